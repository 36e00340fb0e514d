namespace IntegrationsDashboard.Status;

/// <summary>One thing to do about a status, and where.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Target">The sync and log entry it is about; empty where it is about the integration as a whole.</param>
public readonly record struct NextStep(NextStepKind Kind, Evidence Target);
