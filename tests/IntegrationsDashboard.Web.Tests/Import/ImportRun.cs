using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Web.Tests.Import;

/// <summary>Imports files into a dashboard, and looks at what came of it.</summary>
internal sealed class ImportRun(TestDashboard dashboard)
{
    public List<ImportRefusal> Refused { get; } = [];

    /// <summary>Imports a file in batches of 25 lines; breaks off after so many of them.</summary>
    public async Task<ImportResult> RunAsync(string path, bool again = false, int batches = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        var importer = new Importer(dashboard.Service<Ledger>(), dashboard.Service<ImportQueries>(), dashboard.Clock) { BatchLines = 25 };
        return await importer.RunAsync(
            path,
            await ScopeAsync(),
            again,
            Refused.Add,
            _ =>
            {
                if (--batches == 0)
                {
                    stop.Cancel();
                }
            },
            stop.Token);
    }

    /// <summary>All that an import may have written, in an order that does not depend on how it came.</summary>
    public async Task<string> StoredAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(ct);
        var integrations = await db.Integrations.AsNoTracking().OrderBy(i => i.Id).ToListAsync(ct);
        var syncs = await db.Syncs.AsNoTracking().OrderBy(s => s.SyncId).ToListAsync(ct);
        var entries = await db.LogEntries.AsNoTracking().ToListAsync(ct);
        var changes = await db.StatusChanges.AsNoTracking().OrderBy(c => c.IntegrationId).ThenBy(c => c.At).ThenBy(c => c.Id).ToListAsync(ct);
        var counts = await db.StatusCounts.AsNoTracking().Where(c => c.Count != 0).OrderBy(c => c.Status).ToListAsync(ct);
        var names = syncs.ToDictionary(sync => sync.Key, sync => sync.SyncId);
        return string.Join(
            '\n',
            [
                .. integrations.Select(i => $"{i.Id} {i.EnvironmentId} {i.Status} {i.Facts} {i.AttentionKey} {i.LastSyncKey} {i.RunningSyncId}"),
                .. syncs.Select(s => $"{s.SyncId} {s.IntegrationId} {s.State} {s.Type} {s.StartedAt:O} {s.EndedAt:O} {s.LogCount} {s.ErrorCount} {s.WarningCount} {s.FirstError} {s.FirstErrorMessage} {s.FirstWarning}"),
                .. entries.Select(e => $"{names[e.SyncKey]} {e with { SyncKey = 0 }}").Order(StringComparer.Ordinal),
                .. changes.Select(c => $"{c.IntegrationId} {c.At:O} {c.From} {c.To} {c.Cause} {c.SyncId} {c.Note}"),
                .. counts.Select(c => $"{c.Environment} {c.Status} {c.Count}"),
            ]);
    }

    /// <summary>How many messages wait for the outside.</summary>
    public async Task<int> MessagesAsync()
    {
        await using var db = await dashboard.Service<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Outbox.CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<WorkspaceScope> ScopeAsync()
    {
        var workspace = await dashboard.Service<WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken);
        return new WorkspaceScope(workspace!.Id, workspace.Environments.Single(e => e.Kind == Status.EnvironmentKind.Production).Id);
    }
}
