namespace IntegrationsDashboard.Status;

/// <summary>One change of status in an integration's history.</summary>
/// <param name="At">When it came about (UTC).</param>
/// <param name="From">The status before; null for the first one.</param>
/// <param name="To">The status after.</param>
/// <param name="Cause">The event that caused it; null for the creation.</param>
public readonly record struct StatusTransition(DateTimeOffset At, IntegrationStatus? From, IntegrationStatus To, IntegrationEvent? Cause);
