using System.Collections.Concurrent;
using CsCheck;
using IntegrationsDashboard.Notifying.Tests.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Whatever fails, and whenever the program dies: people are told everything at least once, and channels exactly once.</summary>
public sealed class NoticeCrashProperties
{
    private const int Integrations = 3;

    private static readonly SyncState[] States = [SyncState.Succeeded, SyncState.Failed, SyncState.Succeeded, SyncState.AuthenticationFailed];

    // What happens one after the other: a report about an integration (0 to 2), the program tells what it has (3 and 4), or time passes:
    // less than a lease (5), or so much that what is well has healed (6).
    private static readonly Gen<int[]> Steps = Gen.Int[0, 6].Array[6, 30];

    // What befalls the mails one after the other; those after the last go well.
    private static readonly Gen<Fault[]> Faults = Gen.Frequency(
        (3, Gen.Const(Fault.None)),
        (1, Gen.Const(Fault.Failure)),
        (1, Gen.Const(Fault.CrashBefore)),
        (2, Gen.Const(Fault.CrashAfter))).Array[0, 9];

    // Whether the program dies while it writes a mail or a text, by every word that it writes.
    private static readonly Gen<bool[]> Deaths = Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))).Array[0, 20];

    [Fact]
    public Task Everything_is_told_at_least_once_and_to_channels_exactly_once() =>
        Gen.Select(Steps, Faults, Deaths).SampleAsync((steps, faults, deaths) => CheckAsync(steps, faults, deaths), iter: 25, threads: 1);

    private static async Task CheckAsync(int[] steps, Fault[] faults, bool[] deaths)
    {
        var (pending, dying) = (new ConcurrentQueue<Fault>(faults), new ConcurrentQueue<bool>(deaths));
        var program = new CancellationTokenSource();
        var told = new ConcurrentDictionary<long, bool>();
        WebhookStore? store = null;
        using var mailer = new CrashingMailer(
            () => pending.TryDequeue(out var fault) ? fault : Fault.None,
            () => program,
            async address =>
            {
                // What is in the mail is what the program holds for its reader.
                await using var db = store!.Data();
                var now = store.Time.GetUtcNow();
                var held = await db.Notices
                    .Where(n => n.State == NoticeState.Pending && n.LeaseUntil > now && db.Users.Any(p => p.Id == n.PersonId && p.Email == address))
                    .Select(n => n.Id)
                    .ToListAsync();
                held.ForEach(id => told.TryAdd(id, true));
            });
        var words = NoticeTexts.Words with
        {
            Status = status =>
            {
                if (dying.TryDequeue(out var dies) && dies)
                {
                    program.Cancel();
                }

                return status.Word();
            },
        };
        await using var made = store = await WebhookStore.CreateAsync(mailer: mailer, words: words);
        await store.AddMemberAsync("Ada", Role.Member);
        await store.AddMemberAsync("Bob", Role.Viewer);
        await store.AddChannelAsync("https://chat.example/hook");

        async Task TellAsync()
        {
            try
            {
                await store.TellAsync(program.Token);
            }
            catch (OperationCanceledException) when (program.IsCancellationRequested)
            {
                await mailer.IdleAsync();
                program.Dispose();
                program = new CancellationTokenSource();
                store.Restart();
            }
        }

        await store.Notices.ReadAsync();
        var integrations = new List<Integration>();
        for (var number = 0; number < Integrations; number++)
        {
            integrations.Add(await store.AddAsync());
            await store.FinishAsync(integrations[number], $"first-{number}");
        }

        foreach (var (number, step) in steps.Index())
        {
            store.Time.Advance(TimeSpan.FromSeconds(1));
            switch (step)
            {
                case < Integrations:
                    await store.FinishAsync(integrations[step], $"sync-{number}", States[number % States.Length]);
                    break;
                case <= 4:
                    await TellAsync();
                    break;
                default:
                    store.Time.Advance(step == 5 ? TimeSpan.FromSeconds(40) : TimeSpan.FromHours(2));
                    break;
            }
        }

        await TellAsync();
        for (var hour = 0; hour < 24 * 5 && (hour < 3 || (await store.NoticesAsync()).Exists(n => n.State == NoticeState.Pending)); hour++)
        {
            store.Time.Advance(TimeSpan.FromHours(1));
            await TellAsync();
        }

        program.Dispose();
        var notices = await store.NoticesAsync();
        Assert.All(notices, notice => Assert.Equal(NoticeState.Told, notice.State));
        Assert.Empty(notices.Where(notice => notice.PersonId is not null).Select(notice => notice.Id).Except(told.Keys));

        // Told at different times, for there is a gap between them; each time became one delivery.
        Assert.Equal(
            notices.Where(notice => notice.WebhookId is not null).Select(notice => notice.EndedAt).Distinct().Order(),
            (await store.DeliveriesAsync()).Select(delivery => (DateTimeOffset?)delivery.CreatedAt).Order());
        Assert.Equal(notices.Count(notice => notice.WebhookId is not null) * 2, notices.Count(notice => notice.PersonId is not null));
    }
}
