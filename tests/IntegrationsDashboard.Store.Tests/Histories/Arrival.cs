using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests.Histories;

/// <summary>Something that reaches the ledger.</summary>
/// <param name="Now">The clock at its arrival.</param>
/// <param name="Order">Parts what arrives at the same time.</param>
/// <param name="Position">Its place in the sorted history.</param>
/// <param name="Report">Tells the ledger of it; takes the integration's id.</param>
internal sealed record Arrival(
    DateTimeOffset Now, int Order, EventPosition Position, Func<LedgerSession, WorkspaceScope, string, Task> Report);
