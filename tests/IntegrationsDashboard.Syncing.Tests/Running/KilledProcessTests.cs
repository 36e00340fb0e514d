using System.Diagnostics;
using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Crash;
using IntegrationsDashboard.Syncing.Running;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>Programs that are killed while they sync, of which two always work on the same store.</summary>
public sealed class KilledProcessTests : IAsyncLifetime
{
    private const int Kills = 50;
    private const int Integrations = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("killed-test-").FullName;
    private readonly ServiceProvider _services;

    public KilledProcessTests() =>
        _services = new ServiceCollection().AddLogging().AddCrashingSyncs(_folder, runsByItself: false).BuildServiceProvider();

    private Ledger Ledger => _services.GetRequiredService<Ledger>();

    public async ValueTask InitializeAsync()
    {
        await _services.MigrateStoreAsync();
        await Ledger.WriteAsync(session => session.BootstrapAsync("Acme", "production-key", "development-key"));
        var workspace = (await _services.GetRequiredService<WorkspaceQueries>().FirstAsync())!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments[0].Id);
        var credentials = _services.GetRequiredService<CredentialVault>().Protect(new Dictionary<string, string>());
        for (var number = 0; number < Integrations; number++)
        {
            var address = $"https://slow-{number}";
            await Ledger.WriteAsync(session => session.ConnectAsync(
                scope,
                new NewIntegration { Tool = CrashServices.Tool.Id, Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Initech" } },
                new NewConnection(address, credentials, TimeSpan.FromMilliseconds(50))));
        }

        // A first sync that is killed would wait for an engineer.
        await SetRoundAsync(0);
        await _services.GetRequiredService<SyncDispatcher>().DispatchAsync();
        await UntilAsync(async () =>
        {
            await using var db = Data();
            await _services.GetRequiredService<SyncDispatcher>().DispatchAsync();
            return await db.Syncs.Where(sync => sync.State == SyncState.Succeeded).Select(sync => sync.IntegrationId).Distinct().CountAsync() == Integrations;
        });
        await _services.GetRequiredService<SyncDispatcher>().StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "test.db")}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task Nothing_runs_for_ever_or_twice_and_no_record_is_lost_or_doubled()
    {
        var random = new Random(1);
        var killedMidway = 0;
        var first = DateTimeOffset.UtcNow;
        Process[] programs = [await StartAsync(), await StartAsync()];
        for (var kill = 1; kill <= Kills; kill += programs.Length)
        {
            var started = new List<Task<Process>>();
            foreach (var program in programs)
            {
                await SetRoundAsync(kill + started.Count);
                await Task.Delay(random.Next(20, 200));
                killedMidway += await RunningAsync() > 0 ? 1 : 0;
                program.Kill();
                await program.WaitForExitAsync();
                program.Dispose();
                started.Add(StartAsync());
            }

            programs = await Task.WhenAll(started);
        }

        // From now on nobody is killed: what the last round holds is what has to be there in the end.
        var last = DateTimeOffset.UtcNow;
        await UntilAsync(async () =>
        {
            await using var db = Data();
            return await db.Syncs
                .Where(sync => sync.StartedAt > last && sync.State == SyncState.Succeeded)
                .Select(sync => sync.IntegrationId)
                .Distinct()
                .CountAsync() == Integrations;
        });
        foreach (var process in programs)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Assert.True(killedMidway > Kills / 2, $"Only {killedMidway} of the kills hit a running sync.");
        Assert.False(File.Exists(SlowConnector.ViolationsIn(_folder)), "A sync ran beside another of the same integration.");
        await AssertWholeAsync(first, last);
    }

    private async Task AssertWholeAsync(DateTimeOffset first, DateTimeOffset last)
    {
        await using var db = Data();
        Assert.Equal(0, await RunningAsync());
        Assert.All(await db.SyncJobs.ToListAsync(), job => Assert.True(job is { Owner: null, DueAt: not null }));
        var expected = Enumerable.Range(Kills, SlowConnector.Records).Select(number => $"u{number}").Order(StringComparer.Ordinal).ToList();
        foreach (var integration in await db.Integrations.AsNoTracking().ToListAsync())
        {
            Assert.Null(integration.RunningSyncId);
            var records = await db.Records.AsNoTracking().Where(r => r.IntegrationId == integration.Id).ToListAsync();
            var present = records.Where(r => r.RemovedAt is null).ToList();
            Assert.Equal(expected, present.Select(r => r.RemoteId).Order(StringComparer.Ordinal));
            Assert.All(present, r => Assert.Equal($$"""{"round":{{Kills}}}""", r.Data));

            var syncs = await db.Syncs.AsNoTracking().Where(s => s.IntegrationId == integration.Id).OrderBy(s => s.StartedAt).ToListAsync();
            Assert.All(syncs.Zip(syncs.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt));
            Assert.All(syncs, s => Assert.True(s.State == SyncState.Succeeded || s is { State: SyncState.TimedOut or SyncState.Cancelled, Error: LedgerSession.StoppedMidway }));

            // Only a program that stops in good order calls a sync off: this one before the kills, and the last two after them.
            Assert.DoesNotContain(syncs, s => s.State == SyncState.Cancelled && s.EndedAt > first && s.EndedAt <= last);
            Assert.Contains(syncs, s => s.State == SyncState.TimedOut);
        }
    }

    private async Task<Process> StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "IntegrationsDashboard.Syncing.Crash.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, _folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("started", await process.StandardOutput.ReadLineAsync());
        return process;
    }

    private async Task<int> RunningAsync()
    {
        await using var db = Data();
        return await db.Syncs.CountAsync(sync => sync.State == SyncState.Running);
    }

    // Written beside and moved, so that nobody reads half of it.
    private async Task SetRoundAsync(int round)
    {
        var path = SlowConnector.RoundIn(_folder);
        await File.WriteAllTextAsync(path + "-next", round.ToString(CultureInfo.InvariantCulture));
        File.Move(path + "-next", path, true);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private DashboardContext Data() => _services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext();
}
