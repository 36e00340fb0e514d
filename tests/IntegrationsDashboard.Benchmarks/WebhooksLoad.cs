using System.Diagnostics;
using System.Globalization;
using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>How long it takes from a reported sync to a received webhook, and how many deliveries there are in a second.</summary>
internal static class WebhooksLoad
{
    private const int Integrations = 200;
    private const int Batch = 500;

    public static async Task RunAsync(int syncs)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var store = await BenchmarkStore.CreateAsync(20, services => services.AddLogging().AddNotifying(
            new NotifyingOptions { RunsByItself = false },
            new MailOptions(),
            _ => new PageAddresses
            {
                Origin = () => "https://dashboard.example",
                Sync = (id, syncId, _) => $"/integrations/{id}/syncs/{syncId}",
                Flow = id => $"/connections#flow-{id}",
                Step = (id, step) => $"/integrations/{id}/{step.Kind}",
                Webhooks = "/workspace/webhooks",
                Link = link => $"/reconnect/{link.Id}",
                Unsubscribe = token => $"/unsubscribe/{token}",
                Integrations = "/integrations",
                QualityAssurance = "/operators/quality-assurance",
                Notifications = "/account/notifications",
            },
            _ => new NoticeWords
            {
                Status = status => status.Word(),
                Reason = (tool, reason) => $"{tool}: {reason.Code}",
                Moment = moment => moment.ToString("u"),
                Step = step => step.ToString(),
                Tool = tool => tool,
            },
            _ => new SocketsHttpHandler()));
        var ids = await AddAsync(store);
        var secret = store.Services.GetRequiredService<WebhookSecrets>().Protect(WebhookSecrets.Create());
        await store.Ledger.WriteAsync(session => session.CreateWebhookAsync(store.Production, receiver.Url, [MessageTypes.SyncFinished], secret));
        var dispatcher = store.Services.GetRequiredService<WebhookDispatcher>();
        using var stop = new CancellationTokenSource();
        var running = dispatcher.RunAsync(stop.Token);

        // Everything is compiled and connected before the clock runs.
        await TimesAsync(store, receiver, ids, "warm", 100);
        var times = await TimesAsync(store, receiver, ids, "one", syncs);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"from a reported sync to a received webhook, {syncs:N0} one after the other: median {times[times.Length / 2]:N1} ms, p99 {times[times.Length * 99 / 100]:N1} ms"));

        var clock = Stopwatch.GetTimestamp();
        foreach (var batch in Enumerable.Range(0, syncs).Chunk(Batch))
        {
            await store.Ledger.WriteAsync(async session =>
            {
                foreach (var number in batch)
                {
                    await session.RecordSyncAsync(store.Production, Report(ids, "many", number));
                }

                return 0;
            });
        }

        for (var number = 0; number < syncs; number++)
        {
            await receiver.NextAsync();
        }

        await stop.CancelAsync();
        await running;
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var bare = await BareSecondsAsync(receiver, syncs);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{syncs:N0} reported at once, {Integrations} integrations: {syncs / seconds:N0} deliveries/s, reported, signed, sent and recorded; {seconds / bare:N2} times the time of bare requests ({syncs / bare:N0}/s)"));
    }

    // The same number of requests of the same size, as many at a time, and nothing else.
    private static async Task<double> BareSecondsAsync(WebhookReceiver receiver, int requests)
    {
        using var client = new HttpClient();
        var body = new string('x', 600);
        var clock = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, requests),
            new ParallelOptions { MaxDegreeOfParallelism = LedgerSession.MostPerWebhook },
            async (_, ct) =>
            {
                using var answer = await client.PostAsync(new Uri(receiver.Url), new StringContent(body), ct);
                answer.EnsureSuccessStatusCode();
            });
        return Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    private static async Task<double[]> TimesAsync(BenchmarkStore store, WebhookReceiver receiver, string[] ids, string name, int syncs)
    {
        var times = new double[syncs];
        for (var number = 0; number < syncs; number++)
        {
            var clock = Stopwatch.GetTimestamp();
            await store.Ledger.RecordSyncAsync(store.Production, Report(ids, name, number));
            times[number] = Stopwatch.GetElapsedTime(clock, await receiver.NextAsync()).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static SyncReport Report(string[] ids, string name, int number) => new()
    {
        SyncId = $"{name}-{number}",
        IntegrationId = ids[number % ids.Length],
        State = SyncState.Succeeded,
        StartedAt = DateTimeOffset.UtcNow.AddMinutes(-5),
        EndedAt = DateTimeOffset.UtcNow,
    };

    private static Task<string[]> AddAsync(BenchmarkStore store) => store.Ledger.WriteAsync(async session =>
    {
        var ids = new string[Integrations];
        for (var number = 0; number < Integrations; number++)
        {
            var integration = await session.CreateIntegrationAsync(store.Production, new NewIntegration
            {
                Tool = "local",
                Category = Category.Hris,
                EndUser = new EndUser { OrganizationName = $"Organization {number}" },
            });
            ids[number] = integration.Id;
        }

        return ids;
    });
}
