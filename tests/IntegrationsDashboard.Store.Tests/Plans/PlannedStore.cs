using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Tests.Plans;

/// <summary>A store with some data whose queries can be explained.</summary>
public sealed class PlannedStore : IAsyncLifetime
{
    private readonly QueryRecorder _recorder = new();

    internal TestStore Store { get; private set; } = null!;

    internal Integration Integration { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.CreateAsync(_recorder);
        foreach (var scope in new[] { Store.Production, Store.Development, await Store.AddWorkspaceAsync() })
        {
            await Store.Ledger.WriteAsync(async session =>
            {
                for (var number = 0; number < 40; number++)
                {
                    Integration = await session.CreateIntegrationAsync(scope, TestStore.New());
                    var state = (SyncState)(1 + (number % 5));
                    await session.RecordSyncAsync(scope, TestStore.Report(Integration, $"s{number}", state, Store.Now));
                    await session.AppendLogAsync(
                        scope, $"s{number}", [.. Enumerable.Range(0, 20).Select(seq => TestStore.Entry(seq, (LogEntryLevel)(seq % 4), "a"))]);
                }

                return 0;
            });
        }

        _recorder.Take();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>The plans of the SELECTs that <paramref name="work"/> sends; there must be some.</summary>
    internal async Task<IReadOnlyList<QueryPlan>> ExplainAsync(Func<Task> work)
    {
        _recorder.Take();
        await work();
        var sent = _recorder.Take();
        Assert.NotEmpty(sent);
        await using var db = Store.Data();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        return [.. sent.Select(query => QueryPlan.Explain(connection, query))];
    }
}
