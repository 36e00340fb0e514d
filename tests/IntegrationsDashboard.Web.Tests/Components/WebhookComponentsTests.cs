using AngleSharp.Dom;
using Bunit;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Workspace;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class WebhookComponentsTests : WebhookComponentTest
{
    private NewWebhookSecret? _secret;

    private OpenWorkspace Workspace => new(Scope.WorkspaceId, "Test", Store.RoleRights.Key, Scope.EnvironmentId!.Value, Scope.EnvironmentId!.Value + 1);

    [Theory]
    [InlineData(false, null, WebhookState.On, "On")]
    [InlineData(true, null, WebhookState.Failing, "Failing since 3 hours ago")]
    [InlineData(true, WebhookEnd.Person, WebhookState.SwitchedOff, "Switched off since an hour ago")]
    [InlineData(true, WebhookEnd.Failing, WebhookState.GivenUp, "Switched off after failing since an hour ago")]
    [InlineData(true, WebhookEnd.Gone, WebhookState.Gone, "Switched off: address gone since an hour ago")]
    public void A_row_tells_how_the_webhook_is_and_since_when(bool fails, WebhookEnd? end, WebhookState expected, string words)
    {
        var webhook = new Webhook
        {
            Id = 7,
            WorkspaceId = 1,
            EnvironmentId = 1,
            Url = "https://example.com/hooks",
            Types = [MessageTypes.Created, MessageTypes.SyncFinished],
            ProtectedSecret = "",
            CreatedAt = Now.AddDays(-10),
            CreatedBy = "Ada",
            AfterMessageId = 0,
            FailingSince = fails ? Now.AddHours(-3) : null,
            DisabledAt = end is null ? null : Now.AddHours(-1),
            DisabledBecause = end,
        };

        var row = Render<WebhookRow>(p => p.Add(r => r.Webhook, webhook).Add(r => r.Environment, EnvironmentKind.Development));

        Assert.Equal(expected.ToString(), row.Find(".webhook-state").GetAttribute("data-webhook-state"));
        Assert.Equal(words, Words(row.Find(".webhook-state")));
        Assert.Equal("/workspace/webhooks/7", row.Find("a").GetAttribute("href"));
        Assert.Equal("Development integration-created, sync-finished Created by Ada 10 days ago", Words(row.Find(".meta")));
    }

    [Fact]
    public async Task Making_one_gives_the_secret_that_messages_are_signed_with()
    {
        var form = Render<WebhookForm>(p => p
            .Add(f => f.Workspace, Workspace)
            .Add(f => f.Scope, Scope)
            .Add(f => f.OnCreated, created => _secret = created)
            .Add(f => f.OnCancel, () => { }));
        await form.Find("form").SubmitAsync();
        Assert.Contains("https://", form.Find(".refusal").TextContent, StringComparison.Ordinal);
        Assert.Null(_secret);

        await form.Find("input[type=url]").ChangeAsync(new() { Value = "https://example.com/a" });
        await form.Find("input[name=integration-created]").ChangeAsync(new() { Value = true });
        await form.Find("form").SubmitAsync();

        var made = Assert.Single(await Webhooks.ListAsync(Scope, Ct));
        Assert.Equal(("https://example.com/a", made.Id), (made.Url, _secret!.WebhookId));
        Assert.Equal([MessageTypes.Created, MessageTypes.StateChanged], made.Types);
        Assert.Equal(_secret.Secret, Services.GetRequiredService<WebhookSecrets>().Unprotect(made.ProtectedSecret));
    }

    [Fact]
    public async Task Changing_one_keeps_its_secret()
    {
        var webhook = await CreateAsync();
        var changed = false;
        var form = Render<WebhookForm>(p => p
            .Add(f => f.Workspace, Workspace)
            .Add(f => f.Scope, Scope)
            .Add(f => f.Webhook, webhook)
            .Add(f => f.OnChanged, () => changed = true)
            .Add(f => f.OnCancel, () => { }));

        await form.Find("input[type=url]").ChangeAsync(new() { Value = "https://example.com/b" });
        await form.Find("input[name=integration-state-changed]").ChangeAsync(new() { Value = false });
        await form.Find("input[name=sync-finished]").ChangeAsync(new() { Value = true });
        await form.Find("form").SubmitAsync();

        var now = await ReadAsync(webhook);
        Assert.True(changed);
        Assert.Equal(("https://example.com/b", webhook.ProtectedSecret), (now.Url, now.ProtectedSecret));
        Assert.Equal([MessageTypes.SyncFinished], now.Types);
    }

    [Fact]
    public async Task Changing_the_secret_shows_the_new_one_and_keeps_the_old_one_as_long_as_asked()
    {
        var webhook = await CreateAsync();
        var actions = ActionsOf(webhook);
        await actions.Find(".rotate").ClickAsync(new());
        await actions.FindAll(".overlap")[1].ClickAsync(new());

        var now = await ReadAsync(webhook);
        Assert.Equal(_secret!.Secret, Services.GetRequiredService<WebhookSecrets>().Unprotect(now.ProtectedSecret));
        Assert.Equal((webhook.ProtectedSecret, Now.AddDays(1)), (now.ProtectedPreviousSecret, now.PreviousSecretUntil!.Value));

        await actions.Find(".rotate").ClickAsync(new());
        await actions.FindAll(".overlap")[0].ClickAsync(new());
        Assert.Null((await ReadAsync(webhook)).ProtectedPreviousSecret);
    }

    [Fact]
    public async Task Deleting_asks_first()
    {
        var webhook = await CreateAsync();
        var actions = ActionsOf(webhook);

        await actions.Find(".delete").ClickAsync(new());
        Assert.NotNull(await Webhooks.FindAsync(Scope, webhook.Id, Ct));

        await actions.Find(".confirm").ClickAsync(new());
        Assert.Null(await Webhooks.FindAsync(Scope, webhook.Id, Ct));
    }

    [Fact]
    public async Task It_is_switched_off_and_sent_a_test()
    {
        var webhook = await CreateAsync();
        await ActionsOf(webhook).Find(".switch").ClickAsync(new());
        var off = await ReadAsync(webhook);
        Assert.Equal(WebhookEnd.Person, off.DisabledBecause);

        await ActionsOf(off).Find(".switch").ClickAsync(new());
        Assert.Null((await ReadAsync(webhook)).DisabledAt);

        await ActionsOf(webhook).Find(".send-test").ClickAsync(new());
        Assert.Equal(MessageTypes.Test, Assert.Single(await Webhooks.DeliveriesAsync(Scope, webhook.Id, new DeliveryFilter(), ct: Ct)).Type);
    }

    [Fact]
    public async Task A_delivery_unfolds_to_what_was_sent_and_what_came_of_it()
    {
        var webhook = await CreateAsync();
        var delivery = await SendAsync(webhook, DeliveryState.Pending, Attempt(503, "<i>busy</i>", null));
        var row = RowOf(delivery);
        Assert.Equal("Trying again", row.Find(".state").TextContent);
        Assert.Equal("Answered 503, 1 attempt", row.Find(".outcome").TextContent);
        Assert.Empty(row.FindAll(".delivery-details"));

        await row.Find("button.line").ClickAsync(new());

        Assert.Equal("true", row.Find("button.line").GetAttribute("aria-expanded"));
        Assert.Contains("5 minutes from now", row.Find(".next").TextContent, StringComparison.Ordinal);
        Assert.Contains("Answered 503", row.Find(".attempt").TextContent, StringComparison.Ordinal);
        Assert.Contains("took 12 ms", row.Find(".attempt").TextContent, StringComparison.Ordinal);
        Assert.Equal(["<i>busy</i>", "webhook-id: msg_1"], row.FindAll(".attempts pre").Select(pre => pre.TextContent));
        Assert.Contains("\n    \"name\": \"<b>Zoë</b>\"\n", row.Find(".payload").TextContent, StringComparison.Ordinal);
        Assert.Empty(row.FindAll(".send-again"));
    }

    [Fact]
    public async Task What_failed_says_why_and_is_sent_again()
    {
        var webhook = await CreateAsync();
        var row = RowOf(await SendAsync(webhook, DeliveryState.GivenUp, Attempt(null, null, "example.com was not found.")));
        Assert.Equal("Failed", row.Find(".state").TextContent);
        Assert.Equal("No answer, 1 attempt", row.Find(".outcome").TextContent);

        await row.Find("button.line").ClickAsync(new());
        Assert.Equal("example.com was not found.", row.Find(".error").TextContent);
        await row.Find(".send-again").ClickAsync(new());

        var deliveries = await Webhooks.DeliveriesAsync(Scope, webhook.Id, new DeliveryFilter(), ct: Ct);
        Assert.Equal([DeliveryState.Pending, DeliveryState.GivenUp], deliveries.Select(one => one.State));
    }

    [Fact]
    public async Task All_that_failed_within_the_chosen_time_is_sent_again()
    {
        var webhook = await CreateAsync();
        await SendAsync(webhook, DeliveryState.GivenUp, Attempt(500, null, null));
        Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(webhook, DeliveryState.GivenUp, Attempt(500, null, null));
        var again = Render<SendAllAgain>(p => p.Add(a => a.WebhookId, webhook.Id).Add(a => a.Scope, Scope).Add(a => a.OnSent, () => { }));

        await again.Find(".send-all").ClickAsync(new());
        Assert.Empty(await PendingAsync());
        await again.FindAll(".span")[0].ClickAsync(new());
        Assert.Single(await PendingAsync());

        await again.Find(".send-all").ClickAsync(new());
        await again.FindAll(".span")[1].ClickAsync(new());
        Assert.Equal(3, (await PendingAsync()).Count);

        async Task<IReadOnlyList<Delivery>> PendingAsync() =>
            await Webhooks.DeliveriesAsync(Scope, webhook.Id, new DeliveryFilter(DeliveryState.Pending), ct: Ct);
    }

    [Fact]
    public void The_chart_says_the_same_in_bars_and_in_a_table()
    {
        DeliveryCount[] hours = [.. Enumerable.Range(0, 24).Select(hour => new DeliveryCount(Now.AddHours(hour - 23), hour == 5 ? 1000 : 0, hour == 7 ? 1 : 0))];
        var chart = Render<LastDayChart>(p => p.Add(c => c.Counts, hours));

        Assert.Equal(24, chart.FindAll("tbody tr").Count);
        Assert.Equal(["1000", "0"], chart.FindAll("tbody tr")[5].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["0", "1"], chart.FindAll("tbody tr")[7].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["58"], chart.FindAll("rect.succeeded").Select(bar => bar.GetAttribute("height")).Where(height => height != "0"));
        Assert.Equal(["2"], chart.FindAll("rect.failed").Select(bar => bar.GetAttribute("height")).Where(height => height != "0"));
    }

    [Theory]
    [InlineData("given-up", "test", "/workspace/webhooks/7?state=given-up&type=test")]
    [InlineData("delivered", "anything", "/workspace/webhooks/7?state=delivered")]
    [InlineData("2", null, "/workspace/webhooks/7")]
    public void The_address_says_which_deliveries(string? state, string? type, string address)
    {
        Assert.Equal(address, DeliveriesState.Parse(7, state, type).Address);
    }

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private static DeliveryAttempt Attempt(int? status, string? response, string? error) =>
        new() { DeliveryId = 0, At = Now, DurationMs = 12, RequestHeaders = "webhook-id: msg_1", Status = status, Response = response, Error = error };

    // As they are seen: without what is for screen readers.
    private static string Words(IElement element)
    {
        var seen = (IElement)element.Clone();
        foreach (var hidden in seen.QuerySelectorAll(".visually-hidden"))
        {
            hidden.Remove();
        }

        return string.Join(' ', seen.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private IRenderedComponent<WebhookActions> ActionsOf(Webhook webhook) => Render<WebhookActions>(p => p
        .Add(a => a.Webhook, webhook)
        .Add(a => a.Scope, Scope)
        .Add(a => a.OnChange, () => { })
        .Add(a => a.OnRotated, created => _secret = created)
        .Add(a => a.OnDone, () => { }));

    private IRenderedComponent<DeliveryRow> RowOf(Delivery delivery) => Render<DeliveryRow>(p => p
        .Add(r => r.Delivery, delivery)
        .Add(r => r.Scope, Scope)
        .Add(r => r.OnSent, () => { }));
}
