using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>A change of status as the outside is told of it, with its integration as it is now.</summary>
/// <param name="Message">The change.</param>
/// <param name="Integration">The integration.</param>
public sealed record StateChanged(OutboxMessage Message, IntegrationView Integration);
