using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Tests.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>The dispatcher as it runs beside the program.</summary>
public sealed class NoticeRunTests
{
    [Fact]
    public async Task It_hears_of_a_change_by_itself_and_records_the_mail_in_flight_before_it_stops()
    {
        var mailer = new SlowMailer();
        await using var store = await WebhookStore.CreateAsync(mailer: mailer);
        await store.AddMemberAsync("Ada", Role.Viewer);
        await store.TellAsync();
        using var stop = new CancellationTokenSource();
        var running = store.Notices.RunAsync(stop.Token);
        var integration = await store.AddAsync();
        await store.FinishAsync(integration, "a");
        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.FinishAsync(integration, "b", SyncState.Failed);

        await mailer.Sending.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        mailer.Sent.SetResult();
        await running;

        Assert.Equal(NoticeState.Told, Assert.Single(await store.NoticesAsync()).State);
    }

    private sealed class SlowMailer : IMailer
    {
        public TaskCompletionSource Sending { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
        {
            Sending.TrySetResult();
            return Sent.Task;
        }
    }
}
