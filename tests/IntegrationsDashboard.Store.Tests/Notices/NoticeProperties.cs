using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Tests.Notices;

/// <summary>
/// Whatever happens to integrations, and however seldom somebody looks: who is told what is exactly what an oracle says that sees all of
/// it at once. So each incident tells each status at most once, its end at most once, and that to nobody who heard of no failure.
/// </summary>
public sealed class NoticeProperties
{
    private static readonly NoticeTiming Timing = new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), new TimeOnly(7, 0), TimeZoneInfo.Utc);

    private static readonly int[] Waits = [0, 1, 3, 9, 10, 11, 25];

    private static readonly Category[] Categories = [Category.Hris, Category.Ats];

    private static readonly Gen<NoticeChoice?> Choices = Gen.Select(
        Gen.Enum<Cadence>(), Gen.Int[0, 127], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 3],
        (cadence, statuses, categories, environments, none) => none == 0 ? null : new NoticeChoice(
            cadence, Chosen(NoticeChoice.Offered, statuses), Chosen(Categories, categories), Chosen(Enum.GetValues<EnvironmentKind>(), environments)));

    // What follows on what: by what hour's tenths, at which integration, to which status, and whether somebody looks afterwards.
    private static readonly Gen<(int Wait, int Integration, int To, bool Looks)[]> Steps = Gen.Select(
        Gen.Int[0, 6].Select(index => Waits[index]),
        Gen.Int[0, 2],
        Gen.Frequency((12, Gen.Int[1, 7]), (10, Gen.Const((int)IntegrationStatus.Active)), (1, Gen.Const((int)IntegrationStatus.Deleted))),
        Gen.Bool).Array[1, 30];

    [Fact]
    public Task Everybody_is_told_exactly_what_an_oracle_says() => Gen.Select(Choices.Array[5], Gen.Int[1, 8].Array[3], Steps, Gen.Int[0, 15])
        .SampleAsync(sample => CheckAsync(sample.Item1, sample.Item2, sample.Item3, sample.Item4), iter: 25, threads: 1);

    private static async Task CheckAsync(
        NoticeChoice?[] choices, int[] first, (int Wait, int Integration, int To, bool Looks)[] steps, int rest)
    {
        await using var store = await TestStore.CreateAsync();
        var listeners = new List<NoticeListenerCase>
        {
            new("member 1", choices[0]), new("member 2", choices[1]), new("operator 1", choices[2]), new("operator 2", choices[3]),
            new("channel", choices[4] ?? NoticeChoice.Default),
        };
        var names = await AddAsync(store, listeners);
        var integrations = new List<Integration>
        {
            await store.Ledger.CreateIntegrationAsync(store.Production, TestStore.New()),
            await store.Ledger.CreateIntegrationAsync(store.Production, TestStore.New() with { Category = Category.Ats }),
            await store.Ledger.CreateIntegrationAsync(store.Development, TestStore.New()),
        };
        await store.Ledger.NoteChangesAsync(Timing);

        var statuses = first.Select(status => (IntegrationStatus)status).ToArray();
        var changes = integrations.ConvertAll(_ => new List<NoticeOracle.Change>());
        foreach (var step in steps)
        {
            store.Time.Advance(TimeSpan.FromMinutes(6 * step.Wait));
            var (from, to) = (statuses[step.Integration], (IntegrationStatus)step.To);
            if (from != to && from != IntegrationStatus.Deleted)
            {
                statuses[step.Integration] = to;
                changes[step.Integration].Add(new NoticeOracle.Change(from, to, store.Now));
                await ChangeAsync(store, integrations[step.Integration], from, to);
            }

            if (step.Looks)
            {
                await store.Ledger.NoteChangesAsync(Timing);
            }
        }

        store.Time.Advance(TimeSpan.FromMinutes(6 * rest));
        await store.Ledger.NoteChangesAsync(Timing);

        await using var db = store.Data();
        foreach (var (integration, happened) in integrations.Zip(changes))
        {
            var told = await db.Notices.Where(n => n.IntegrationId == integration.Id && n.State != NoticeState.Dropped).ToListAsync();
            Assert.Equal(
                NoticeOracle.Of(integration, happened, store.Now, Timing.HealsAfter, listeners).Select(one => one.ToString()).Order(StringComparer.Ordinal),
                told.Select(n => new NoticeOracle.Told(names[(n.PersonId, n.WebhookId)], n.Kind, n.Status, n.At).ToString()).Order(StringComparer.Ordinal));
        }
    }

    private static async Task ChangeAsync(TestStore store, Integration integration, IntegrationStatus from, IntegrationStatus to)
    {
        if (to == IntegrationStatus.Deleted)
        {
            await store.RecordAsync(integration, new Deleted(store.Now));
            return;
        }

        await using var db = store.Data();
        db.Outbox.Add(new OutboxMessage
        {
            WorkspaceId = integration.WorkspaceId,
            IntegrationId = integration.Id,
            Type = MessageTypes.StateChanged,
            OccurredAt = store.Now,
            From = from.Word(),
            To = to.Word(),
        });
        await db.SaveChangesAsync();
    }

    private static async Task<Dictionary<(Guid?, int?), string>> AddAsync(TestStore store, List<NoticeListenerCase> listeners)
    {
        var names = new Dictionary<(Guid?, int?), string>();
        foreach (var (name, choice) in listeners.Select(one => (one.Name, one.Choice)))
        {
            if (name == "channel")
            {
                var channel = await store.Ledger.WriteAsync(s => s.CreateChannelAsync(store.Production, "https://example.com/", NoticeChoice.Default, ""));
                await using var channels = store.Data();
                await channels.NoticeRules.Where(rule => rule.WebhookId == channel.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Choice, choice!));
                names.Add((null, channel.Id), name);
                continue;
            }

            var isOperator = name.StartsWith("operator", StringComparison.Ordinal);
            var person = isOperator ? await store.AddPersonAsync(name) : await store.AddMemberAsync(name, Role.Viewer);
            names.Add((person.Id, null), name);
            await using var db = store.Data();
            await db.Users.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOperator, isOperator));
            if (choice is not null)
            {
                db.NoticeRules.Add(new NoticeRule { PersonId = person.Id, WorkspaceId = isOperator ? null : store.Workspace.WorkspaceId, Choice = choice });
                await db.SaveChangesAsync();
            }
        }

        return names;
    }

    private static List<T> Chosen<T>(IReadOnlyList<T> all, int bits) => [.. all.Where((_, index) => (bits & (1 << index)) != 0)];
}
