using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>One change of status, as far as it takes to know it again.</summary>
/// <param name="MessageId">The number of the message that told of it.</param>
/// <param name="IntegrationId">The integration.</param>
/// <param name="To">The status after.</param>
public readonly record struct BellTurn(long MessageId, string IntegrationId, IntegrationStatus To);
