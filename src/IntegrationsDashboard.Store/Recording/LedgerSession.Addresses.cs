using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Makes every connection to a tool lead to another address; returns how many did not before.</summary>
    public Task<int> MoveToolAsync(string tool, string address, CancellationToken ct = default) => _db.Connections
        .Where(connection => connection.Address != address)
        .Where(connection => _db.Integrations.Any(i => i.Id == connection.IntegrationId && i.Tool == tool))
        .ExecuteUpdateAsync(set => set.SetProperty(connection => connection.Address, address), ct);
}
