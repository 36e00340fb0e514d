namespace IntegrationsDashboard.Status.Explaining;

/// <summary>What an error message tells of, and what there is to do.</summary>
/// <param name="Kind">The kind of trouble.</param>
/// <param name="Step">The next step that fits it best.</param>
/// <param name="Subject">What the message names: the missing permission, or the field that cannot be used; null where it names none.</param>
/// <param name="RetryAfter">How long the tool asks to wait; null where it does not say.</param>
public sealed record RecognisedError(ErrorKind Kind, NextStepKind Step, string? Subject = null, TimeSpan? RetryAfter = null);
