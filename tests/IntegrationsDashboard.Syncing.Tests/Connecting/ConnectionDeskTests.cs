using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connecting;

/// <summary>Connecting, reconnecting and setting up: nothing changes before the tool has accepted the credentials.</summary>
public sealed class ConnectionDeskTests : ConnectingTest
{
    private static readonly Actor Person = new(ActorKind.Person, "Ada");

    private static Dictionary<string, string> Wrong(string token = "a-wrong-secret-token") =>
        new() { [SignInMethod.Key] = "bearer", ["token"] = token };

    [Fact]
    public async Task Good_credentials_create_the_integration_with_its_first_sync_due_at_once()
    {
        var opened = await LinkAsync();

        var outcome = await TryConnectAsync(opened);

        Assert.Null(outcome.Explanation);
        var integration = Assert.Single(await IntegrationsAsync());
        Assert.Equal(outcome.IntegrationId, integration.Id);
        Assert.Equal(("faulty", Category.Hris, Scope.EnvironmentId), (integration.Tool, integration.Category, (int?)integration.EnvironmentId));
        Assert.Equal(("Initech", "ada@example.com"), (integration.EndUser.OrganizationName, integration.EndUser.CreatorEmail));
        Assert.Equal(IntegrationStatus.Active, integration.Status);
        var job = await JobAsync(integration.Id);
        Assert.Equal((SyncPurpose.First, Start), (job.Purpose, job.DueAt));
        Assert.Null((await JobAsync(integration.Id, SyncType.Delta)).DueAt);
        Assert.Equal(Tool.Credentials, await StoredCredentialsAsync(integration.Id));
        Assert.Equal(LinkState.Used, await StateAsync(opened));
    }

    [Fact]
    public async Task A_link_works_once_even_for_two_who_opened_it_before()
    {
        var opened = await LinkAsync();
        var second = await Tokens.OpenAsync(Tokens.Create(opened.Link!));
        await TryConnectAsync(opened);

        Assert.Equal(LinkState.Open, second.State);
        await Assert.ThrowsAsync<LinkClosedException>(() => TryConnectAsync(second));

        Assert.Single(await IntegrationsAsync());
        await using var db = Data();
        Assert.Single(db.Connections);
    }

    [Fact]
    public async Task A_link_is_good_for_what_it_was_made_for_only()
    {
        var id = await ConnectAsync();
        var reconnect = await LinkAsync(LinkKind.Reconnect, id);

        await Assert.ThrowsAsync<LinkClosedException>(() => TryConnectAsync(reconnect));
        await Assert.ThrowsAsync<LinkClosedException>(() => Desk.ConfigureFiltersAsync(reconnect, SyncFilters.None));

        Assert.Equal(LinkState.Open, await StateAsync(reconnect));
    }

    [Fact]
    public async Task Wrong_credentials_are_explained_and_leave_the_link_open_and_nothing_else_but_their_log()
    {
        var opened = await LinkAsync();

        var outcome = await TryConnectAsync(opened, Wrong());

        Assert.Null(outcome.IntegrationId);
        Assert.StartsWith("Faulty HR refused the ", outcome.Explanation, StringComparison.Ordinal);
        Assert.Empty(await IntegrationsAsync());
        var flow = Assert.Single(await Service<LinkQueries>().FailedAsync(Scope));
        Assert.Equal((opened.Link!.Id, "faulty", "Initech"), (flow.LinkId, flow.Tool, flow.OrganizationName));
        Assert.Equal((outcome.Explanation, Start), (flow.Error, flow.At));
        Assert.Contains(flow.Log, entry => entry.Http is { Method: "GET", Status: 401 } http
            && http.Url.StartsWith(Tool.Address + "api/employees", StringComparison.Ordinal));
        Assert.Equal((LogEntryLevel.Error, outcome.Explanation), (flow.Log[^1].Level, flow.Log[^1].Message));
        Assert.DoesNotContain("a-wrong-secret-token", WrittenBytes(), StringComparison.Ordinal);

        Assert.NotNull((await TryConnectAsync(opened)).IntegrationId);
    }

    [Theory]
    [InlineData(ToolFault.Down)]
    [InlineData(ToolFault.Unavailable)]
    [InlineData(ToolFault.MalformedJson)]
    [InlineData(ToolFault.RateLimited)]
    [InlineData(ToolFault.WrongCredentials)]
    public async Task Whatever_is_wrong_with_the_tool_is_explained(ToolFault fault)
    {
        Tool.Fault = fault;

        var outcome = await TryConnectAsync(await LinkAsync());

        Assert.NotEmpty(outcome.Explanation!);
        Assert.Empty(await IntegrationsAsync());
        Assert.Single(await Service<LinkQueries>().FailedAsync(Scope));
    }

    [Theory]
    [InlineData("")]
    [InlineData("api.example.com")]
    [InlineData("ftp://api.example.com")]
    [InlineData("https://user:password@api.example.com")]
    public async Task An_address_that_is_none_is_refused_before_anything_is_asked(string address)
    {
        var outcome = await Desk.ConnectAsync(await LinkAsync(), Tool.Definition, address, Tool.Credentials);

        Assert.StartsWith("The address has to begin with https://", outcome.Explanation, StringComparison.Ordinal);
        Assert.Empty(Tool.Requests);
    }

    [Fact]
    public async Task A_field_left_empty_is_named_and_counts_as_no_attempt()
    {
        var outcome = await TryConnectAsync(await LinkAsync(), Wrong(" "));

        Assert.Equal("Token has to be filled in.", outcome.Explanation);
        Assert.Empty(Tool.Requests);
        Assert.Empty(await Service<LinkQueries>().FailedAsync(Scope));
    }

    [Fact]
    public async Task Reconnecting_with_wrong_credentials_leaves_those_that_are_stored()
    {
        var id = await ConnectAsync();
        await PlanNextSyncAsync(id);
        var opened = await LinkAsync(LinkKind.Reconnect, id);

        var outcome = await Desk.ReconnectAsync(opened, Tool.Address.ToString(), Wrong());

        Assert.StartsWith("Faulty HR refused the ", outcome.Explanation, StringComparison.Ordinal);
        Assert.Equal(Tool.Credentials, await StoredCredentialsAsync(id));
        Assert.Equal(SyncPurpose.Scheduled, (await JobAsync(id)).Purpose);
        Assert.Equal(LinkState.Open, await StateAsync(opened));
        Assert.Equal(id, Assert.Single(await Service<LinkQueries>().FailedAsync(Scope)).IntegrationId);
    }

    [Fact]
    public async Task Reconnecting_with_good_credentials_replaces_them_and_syncs_at_once()
    {
        var id = await ConnectAsync();
        await PlanNextSyncAsync(id);
        var opened = await LinkAsync(LinkKind.Reconnect, id);
        Tool.RotateSecret();
        Time.Advance(TimeSpan.FromMinutes(5));

        var outcome = await Desk.ReconnectAsync(opened, $" {Tool.Address} ", Tool.Credentials);

        Assert.Equal(new ConnectOutcome(id), outcome);
        Assert.Equal(Tool.Credentials, await StoredCredentialsAsync(id));
        Assert.Equal(Tool.Address.ToString(), (await ConnectionAsync(id)).Address);
        var job = await JobAsync(id);
        Assert.Equal((SyncPurpose.Reconnected, Start.AddMinutes(5)), (job.Purpose, job.DueAt));
        Assert.Equal(LinkState.Used, await StateAsync(opened));
        await Assert.ThrowsAsync<LinkClosedException>(() => Desk.ReconnectAsync(opened, Tool.Address.ToString(), Tool.Credentials));
    }

    [Fact]
    public async Task The_customer_reconnects_without_a_link_within_their_own_workspace_only()
    {
        var id = await ConnectAsync();
        Tool.RotateSecret();
        var address = Tool.Address.ToString();

        var elsewhere = new WorkspaceScope(Scope.WorkspaceId + 1);
        await Assert.ThrowsAsync<UnknownIdException>(() => Desk.ReconnectAsync(elsewhere, id, address, Tool.Credentials));
        Assert.NotEqual(Tool.Credentials, await StoredCredentialsAsync(id));

        Assert.Equal(new ConnectOutcome(id), await Desk.ReconnectAsync(Scope, id, address, Tool.Credentials));
        Assert.Equal(Tool.Credentials, await StoredCredentialsAsync(id));
    }

    [Fact]
    public async Task The_eleventh_attempt_within_ten_minutes_is_refused_without_asking_the_tool()
    {
        var opened = await LinkAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.StartsWith("Faulty HR refused the ", (await TryConnectAsync(opened, Wrong())).Explanation, StringComparison.Ordinal);
        }

        var asked = Tool.Requests.Count;
        var outcome = await TryConnectAsync(opened);

        Assert.Equal(
            new ConnectOutcome(null, "That were many attempts in a short time. Wait ten minutes, then try again."), outcome);
        Assert.Equal(asked, Tool.Requests.Count);
        Assert.NotNull((await TryConnectAsync(await LinkAsync())).IntegrationId);
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("basic")]
    [InlineData("api-key")]
    [InlineData("oauth2")]
    public async Task The_secret_is_nowhere_in_what_the_store_writes(string method)
    {
        Tool.Method = method;
        await ConnectAsync();

        var written = WrittenBytes();

        // What is stored in the clear is found, so that the secret would be.
        Assert.Contains(Tool.Address.ToString(), written, StringComparison.Ordinal);
        Assert.DoesNotContain(Tool.Secret, written, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("reader:" + Tool.Secret)), written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_filtering_the_integration_waits_for_its_filters_and_the_final_sync_follows_them()
    {
        var id = await ConnectAsync(filtering: true);
        Assert.Equal(IntegrationStatus.Setup, Assert.Single(await IntegrationsAsync()).Status);
        var job = await JobAsync(id);
        Assert.Equal((SyncPurpose.SetUp, Start), (job.Purpose, job.DueAt));

        var opened = await LinkAsync(LinkKind.SetUp, id);
        var filters = new SyncFilters(["departments"], [new FieldFilter("employees", "department", ["Sales"])]);
        await Desk.ConfigureFiltersAsync(opened, filters);

        Assert.Equal(IntegrationStatus.Active, Assert.Single(await IntegrationsAsync()).Status);
        Assert.Equal(SyncPurpose.Final, (await JobAsync(id)).Purpose);
        var stored = (await ConnectionAsync(id)).Filters;
        Assert.Equal(["departments"], stored.ExcludedModels);
        Assert.Equal(["Sales"], Assert.Single(stored.Fields).Values);
        await Assert.ThrowsAsync<LinkClosedException>(() => Desk.ConfigureFiltersAsync(opened, SyncFilters.None));
    }
}
