namespace IntegrationsDashboard.Status;

/// <summary>A reason as a code with arguments, so that it can be put into any language.</summary>
/// <param name="Code">The code; says what the other arguments mean.</param>
/// <param name="Since">An instant in the past (UTC).</param>
/// <param name="Until">A second instant, mostly in the future (UTC).</param>
/// <param name="By">Who did it, where somebody did.</param>
/// <param name="Message">What the sync reported in the tool's own words.</param>
public readonly record struct StatusReason(
    ReasonCode Code, DateTimeOffset Since, DateTimeOffset? Until = null, Actor By = default, string? Message = null);
