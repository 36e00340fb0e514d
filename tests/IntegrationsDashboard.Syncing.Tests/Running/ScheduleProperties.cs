using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Syncing.Tests.Running;

/// <summary>Whatever happens in whatever order: nothing runs twice at once, and no schedule is lost.</summary>
public sealed class ScheduleProperties : SyncingTest
{
    private static readonly SyncState[] Ends =
        [SyncState.Succeeded, SyncState.PartiallyFailed, SyncState.Failed, SyncState.AuthenticationFailed, SyncState.TimedOut];

    private string _credentials = "";

    public enum Move
    {
        Claim,
        Finish,
        Wait,
        Lapse,
        Force,
        SwitchOff,
        SwitchOn,
        Reconnect,
        Resolve,
        Configure,
    }

    public static Gen<(Move Move, int Choice)[]> Moves { get; } =
        Gen.Select(Gen.Frequency((4, Gen.Const(Move.Claim)), (4, Gen.Const(Move.Finish)), (6, Gen.Enum<Move>())), Gen.Int[0, 99]).Array[1, 25];

    [Fact]
    public async Task Nothing_runs_twice_and_no_schedule_is_lost()
    {
        _credentials = Credentials("again");
        await Gen.Select(Moves, Gen.Bool, Gen.Bool).SampleAsync(
            async (moves, hasDelta, setsUp) =>
            {
                var integration = await ConnectAsync(
                    setsUp ? SetupStatus.Incomplete : SetupStatus.Completed, hasDelta ? TimeSpan.FromHours(3) : null);
                var claimed = new List<ClaimedSync>();
                foreach (var (move, choice) in moves)
                {
                    Time.Advance(TimeSpan.FromSeconds(1));
                    await MakeAsync(integration, claimed, move, choice);
                    await AssertSoundAsync(integration, move);
                }

                await RecordAsync(integration, new Deleted(Time.GetUtcNow()));
                await AssertSoundAsync(integration, null);
            },
            iter: 60,
            threads: 1);
    }

    private async Task MakeAsync(Integration integration, List<ClaimedSync> claimed, Move move, int choice)
    {
        switch (move)
        {
            case Move.Claim:
                claimed.AddRange(await Ledger.ClaimDueAsync("one", 10, Options.Lease));
                break;
            case Move.Finish when claimed.Count > 0:
                var sync = claimed[choice % claimed.Count];
                claimed.Remove(sync);
                var end = new SyncEnd(Ends[choice % Ends.Length], null, []);
                if (await Ledger.IsHeldAsync(sync))
                {
                    await Ledger.FinishSyncAsync(sync, end);
                }
                else
                {
                    await Assert.ThrowsAsync<SyncCalledOffException>(() => Ledger.FinishSyncAsync(sync, end));
                }

                break;
            case Move.Wait:
                // Leases stay, as those of a process that lives.
                Time.Advance(TimeSpan.FromHours(choice / 3));
                await Ledger.RenewLeasesAsync("one", [.. claimed.Select(held => held.SyncId)], Options.Lease);
                break;
            case Move.Lapse:
                Time.Advance(Options.Lease * 2);
                await Ledger.ReleaseLapsedAsync();
                break;
            case Move.Force:
                try
                {
                    await Ledger.WriteAsync(session => session.RequestSyncAsync(Scope, integration.Id, choice % 2 == 0 ? SyncType.Full : SyncType.Delta));
                }
                catch (RefusedReportException)
                {
                }

                break;
            case Move.SwitchOff:
                await RecordAsync(integration, new Deactivated(Time.GetUtcNow()));
                break;
            case Move.SwitchOn:
                await RecordAsync(integration, new Activated(Time.GetUtcNow()));
                break;
            case Move.Reconnect:
                await Ledger.WriteAsync(session =>
                    session.ReplaceCredentialsAsync(Scope, integration.Id, "https://tool.example", _credentials + choice));
                break;
            case Move.Resolve:
                await RecordAsync(integration, new QaResolved(Time.GetUtcNow(), null));
                break;
            case Move.Configure:
                var filters = new SyncFilters([], [new FieldFilter("users", "department", [$"{choice}"])]);
                await Ledger.WriteAsync(session => session.ConfigureFiltersAsync(Scope, integration.Id, filters));
                break;
            default:
                break;
        }
    }

    private async Task AssertSoundAsync(Integration integration, Move? after)
    {
        var now = await ReadAsync(integration);
        await using var db = Data();
        var jobs = await db.SyncJobs.AsNoTracking().Where(job => job.IntegrationId == integration.Id).ToListAsync();
        var running = await db.Syncs.AsNoTracking()
            .Where(sync => sync.IntegrationId == integration.Id && sync.State == SyncState.Running)
            .Select(sync => sync.SyncId)
            .ToListAsync();
        var said = $"After {after} while {now.Status}.";

        Assert.True(running.Count <= 1, said);
        Assert.Equal(running, jobs.Where(job => job.Owner is not null).Select(job => job.SyncId));
        Assert.Equal(running.SingleOrDefault(), now.RunningSyncId);
        Assert.All(jobs, job => Assert.Equal(job.Owner is null, job.LeaseUntil is null));
        Assert.All(jobs, job => Assert.False(job.Owner is not null && job.DueAt is not null, said));

        var full = jobs.Single(job => job.Type == SyncType.Full);
        var goesOn = full.DueAt is not null || full.Owner is not null;
        var facets = (await ConnectionAsync(integration)).Facets;
        switch (now.Status)
        {
            case var status when status.SyncsAutomatically():
                Assert.True(goesOn, said);
                break;
            case IntegrationStatus.Inactive or IntegrationStatus.Deleted:
                // What was queued for the set-up is dropped when its turn comes.
                Assert.True(running.Count == 0, said);
                Assert.All(jobs, job => Assert.True(job.DueAt is null || job.Purpose == SyncPurpose.SetUp, said));
                break;
            case IntegrationStatus.Setup:
                // Without facets there is nothing to choose from; a sync that ended without finding any counts as having looked.
                Assert.All(jobs, job => Assert.True(job.DueAt is null || job.Purpose == SyncPurpose.SetUp, said));
                Assert.True(goesOn || facets is not null || now.Facts.LastSync is not null, said);
                break;
            default:
                Assert.All(jobs, job => Assert.Null(job.DueAt));
                break;
        }
    }
}
