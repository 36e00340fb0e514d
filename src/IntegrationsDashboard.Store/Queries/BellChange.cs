using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>An integration whose status changed, with the last of its changes.</summary>
/// <param name="MessageId">The number of the message that told of that change.</param>
/// <param name="At">When it changed (UTC).</param>
/// <param name="From">The status before that change.</param>
/// <param name="Integration">The integration as it is now.</param>
public sealed record BellChange(long MessageId, DateTimeOffset At, IntegrationStatus From, IntegrationView Integration);
