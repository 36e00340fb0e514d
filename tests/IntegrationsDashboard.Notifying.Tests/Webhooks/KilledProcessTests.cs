using System.Collections.Concurrent;
using System.Diagnostics;
using IntegrationsDashboard.Notifying.Crash;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Programs that are killed while they send, of which two always work on the same store.</summary>
public sealed class KilledProcessTests : IAsyncDisposable
{
    private const int Kills = 12;
    private const int Integrations = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("killed-test-").FullName;
    private readonly ServiceProvider _services;

    public KilledProcessTests() =>
        _services = new ServiceCollection().AddLogging().AddCrashingWebhooks(_folder, runsByItself: false).BuildServiceProvider();

    private Ledger Ledger => _services.GetRequiredService<Ledger>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "test.db")}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, true);
    }

    [Fact(Timeout = 300_000)]
    public async Task Every_message_arrives_in_order_and_none_again_that_was_recorded()
    {
        await using var receiver = await Receiver.StartAsync();
        var again = new ConcurrentQueue<string>();
        receiver.OnArrival = async message =>
        {
            await using var db = Data();
            if (await db.Deliveries.AnyAsync(d => d.MessageId == message.MessageId && d.State == DeliveryState.Delivered))
            {
                again.Enqueue(message.MessageId);
            }
        };
        var (scope, ids) = await PrepareAsync(receiver.Url);
        var random = new Random(1);
        var killedMidway = 0;
        Process[] programs = [await StartAsync(), await StartAsync()];
        for (var kill = 0; kill < Kills; kill++)
        {
            var starting = StartAsync();
            var place = kill % programs.Length;
            await ReportAsync(scope, ids, kill);
            for (var arrival = random.Next(1, Integrations / 2); arrival > 0; arrival--)
            {
                await receiver.NextAsync();
            }

            programs[place].Kill();
            await programs[place].WaitForExitAsync();
            programs[place].Dispose();
            killedMidway += (await PendingAsync()).Any(delivery => delivery.Owner is not null) ? 1 : 0;
            programs[place] = await starting;
        }

        while (receiver.Received.Select(message => message.SyncId).Distinct().Count() < Kills * Integrations || (await PendingAsync()).Count > 0)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        foreach (var program in programs)
        {
            program.StandardInput.Close();
            await program.WaitForExitAsync();
            program.Dispose();
        }

        Assert.True(killedMidway > 0, "No kill hit a delivery on its way.");
        Assert.Empty(again);
        Assert.All(ids, id =>
        {
            var arrived = receiver.Received.Where(message => message.IntegrationId == id).Select(message => message.SyncId).ToList();
            Assert.Equal(
                Enumerable.Range(0, Kills).Select(kill => $"{kill}-{id}"), arrived.Where((sync, place) => place == 0 || arrived[place - 1] != sync));
        });
    }

    private async Task<(WorkspaceScope Scope, string[] Ids)> PrepareAsync(string url)
    {
        await _services.MigrateStoreAsync();
        await Ledger.WriteAsync(session => session.BootstrapAsync("Acme", null, null));
        var workspace = (await _services.GetRequiredService<WorkspaceQueries>().FirstAsync())!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        var secret = _services.GetRequiredService<WebhookSecrets>().Protect(WebhookSecrets.Create());
        await Ledger.WriteAsync(session => session.CreateWebhookAsync(scope, url, [MessageTypes.SyncFinished], secret));
        var ids = new string[Integrations];
        for (var number = 0; number < Integrations; number++)
        {
            ids[number] = (await Ledger.CreateIntegrationAsync(scope, WebhookStore.New())).Id;
        }

        return (scope, ids);
    }

    private Task ReportAsync(WorkspaceScope scope, string[] ids, int round) => Ledger.WriteAsync(async session =>
    {
        foreach (var id in ids)
        {
            await session.RecordSyncAsync(scope, new SyncReport
            {
                SyncId = $"{round}-{id}",
                IntegrationId = id,
                State = SyncState.Succeeded,
                StartedAt = session.Now,
                EndedAt = session.Now,
            });
        }
    });

    private async Task<Process> StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "IntegrationsDashboard.Notifying.Crash.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, _folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync());
        return process;
    }

    private async Task<List<Delivery>> PendingAsync()
    {
        await using var db = Data();
        return await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Pending).ToListAsync();
    }

    private DashboardContext Data() => _services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext();
}
