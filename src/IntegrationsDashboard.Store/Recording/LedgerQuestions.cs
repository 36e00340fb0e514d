using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What every recording asks of the store, compiled once. What they find is not tracked; <see cref="RowWriter"/> writes it.</summary>
internal sealed class LedgerQuestions
{
    /// <summary>The integration of an id.</summary>
    public Func<DashboardContext, string, CancellationToken, Task<Integration?>> Integration { get; } = EF.CompileAsyncQuery(
        (DashboardContext db, string id, CancellationToken ct) => db.Integrations.AsNoTracking().FirstOrDefault(i => i.Id == id));

    /// <summary>The sync of an id within an environment.</summary>
    public Func<DashboardContext, int, string, CancellationToken, Task<Sync?>> Sync { get; } = EF.CompileAsyncQuery(
        (DashboardContext db, int environmentId, string syncId, CancellationToken ct) =>
            db.Syncs.AsNoTracking().FirstOrDefault(s => s.EnvironmentId == environmentId && s.SyncId == syncId));
}
