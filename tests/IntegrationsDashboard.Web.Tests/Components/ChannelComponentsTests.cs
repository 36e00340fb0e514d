using Bunit;
using IntegrationsDashboard.Notifying.Webhooks;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Workspace;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Channels are webhooks that people read.</summary>
public sealed class ChannelComponentsTests : WebhookComponentTest
{
    private const string Url = "https://chat.example.com/services/1";

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    private NoticeQueries Notices => Services.GetRequiredService<NoticeQueries>();

    [Fact]
    public async Task Making_one_keeps_what_it_is_told_and_shows_no_secret()
    {
        NewWebhookSecret? secret = null;
        var made = false;
        var workspace = new OpenWorkspace(Scope.WorkspaceId, "Test", Store.RoleRights.Key, Scope.EnvironmentId!.Value, Scope.EnvironmentId!.Value + 1);
        var form = Render<WebhookForm>(p => p
            .Add(f => f.Workspace, workspace)
            .Add(f => f.Scope, Scope)
            .Add(f => f.Environment, EnvironmentKind.Development)
            .Add(f => f.OnCreated, created => secret = created)
            .Add(f => f.OnChanged, () => made = true)
            .Add(f => f.OnCancel, () => { }));
        Assert.Empty(form.FindAll(".notice-fields"));
        await form.Find("input[value=Slack]").ChangeAsync(new() { Value = "Slack" });
        Assert.Empty(form.FindAll("input[name=integration-created]"));
        Assert.Empty(form.FindAll("input[value=Never]"));
        Assert.Empty(form.FindAll(".environments"));

        await form.Find("input[type=url]").ChangeAsync(new() { Value = Url });
        foreach (var status in NoticeChoice.Default.Statuses)
        {
            await form.Find($"input[name={status}]").ChangeAsync(new() { Value = false });
        }

        await form.Find("form").SubmitAsync();
        Assert.Equal("Choose at least one status, or never to be told.", form.Find(".refusal").TextContent);
        Assert.Empty(await Webhooks.ListAsync(new(Scope.WorkspaceId), Ct));

        await form.Find("input[name=SyncFailing]").ChangeAsync(new() { Value = true });
        await form.Find("input[value=Daily]").ChangeAsync(new() { Value = "Daily" });
        await form.Find("form").SubmitAsync();

        var channel = Assert.Single(await Webhooks.ListAsync(new(Scope.WorkspaceId), Ct));
        Assert.Equal((WebhookFormat.Slack, Url, workspace.DevelopmentId), (channel.Format, channel.Url, channel.EnvironmentId));
        Assert.Empty(channel.Types);
        var choice = (await Notices.ChannelsAsync(Scope, Ct))[channel.Id];
        Assert.Equal(Cadence.Daily, choice.Cadence);
        Assert.Equal([IntegrationStatus.SyncFailing], choice.Statuses);
        Assert.True(made);
        Assert.Null(secret);
    }

    [Fact]
    public async Task Changing_one_begins_with_what_holds()
    {
        var (channel, choice) = await CreateChannelAsync();
        var workspace = new OpenWorkspace(Scope.WorkspaceId, "Test", Store.RoleRights.Key, Scope.EnvironmentId!.Value, Scope.EnvironmentId!.Value + 1);
        var form = Render<WebhookForm>(p => p
            .Add(f => f.Workspace, workspace)
            .Add(f => f.Scope, Scope)
            .Add(f => f.Webhook, channel)
            .Add(f => f.Choice, choice)
            .Add(f => f.OnCancel, () => { }));
        Assert.Empty(form.FindAll("input[name=format]"));
        Assert.True(form.Find("input[name=Setup]").HasAttribute("checked"));

        await form.Find("input[type=url]").ChangeAsync(new() { Value = $"{Url}2" });
        await form.Find("input[name=Inactive]").ChangeAsync(new() { Value = true });
        await form.Find("form").SubmitAsync();

        Assert.Equal($"{Url}2", (await ReadAsync(channel)).Url);
        Assert.Equal([IntegrationStatus.Setup, IntegrationStatus.Inactive], (await Notices.ChannelsAsync(Scope, Ct))[channel.Id].Statuses);
    }

    [Fact]
    public async Task It_says_what_it_is_told_and_is_sent_a_test_that_a_chat_can_read()
    {
        var (channel, choice) = await CreateChannelAsync();
        var row = Render<WebhookRow>(p => p.Add(r => r.Webhook, channel).Add(r => r.Environment, EnvironmentKind.Production).Add(r => r.Choice, choice));
        Assert.Contains("Slack-compatible", row.Find(".meta").TextContent, StringComparison.Ordinal);
        Assert.Equal("The channel is told at once when an integration becomes Setup, and once more when it has stayed well for 1 hour.", row.Find(".told").TextContent);

        var actions = Render<WebhookActions>(p => p
            .Add(a => a.Webhook, channel)
            .Add(a => a.Scope, Scope)
            .Add(a => a.OnChange, () => { })
            .Add(a => a.OnRotated, _ => { })
            .Add(a => a.OnDone, () => { }));
        Assert.Empty(actions.FindAll(".rotate"));
        await actions.Find(".send-test").ClickAsync(new());

        var test = Assert.Single(await Webhooks.DeliveriesAsync(Scope, channel.Id, new DeliveryFilter(), ct: Ct));
        Assert.Equal(MessageTypes.Test, test.Type);
        using var payload = System.Text.Json.JsonDocument.Parse(test.Payload);
        var field = Assert.Single(payload.RootElement.EnumerateObject());
        Assert.Equal("text", field.Name);
        Assert.Contains("this is a test", field.Value.GetString(), StringComparison.Ordinal);
    }

    private async Task<(Webhook Channel, NoticeChoice Choice)> CreateChannelAsync()
    {
        var stored = Services.GetRequiredService<WebhookSecrets>().Protect(WebhookSecrets.Create());
        var channel = await Ledger.WriteAsync(session =>
            session.CreateChannelAsync(Scope, Url, NoticeChoice.Default with { Statuses = [IntegrationStatus.Setup] }, stored));
        return (channel, (await Notices.ChannelsAsync(Scope, Ct))[channel.Id]);
    }
}
