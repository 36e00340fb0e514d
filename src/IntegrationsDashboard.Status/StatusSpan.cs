namespace IntegrationsDashboard.Status;

/// <summary>From when on an integration had a status; it ends where the next one begins.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="Status">The status.</param>
public readonly record struct StatusSpan(DateTimeOffset At, IntegrationStatus Status);
