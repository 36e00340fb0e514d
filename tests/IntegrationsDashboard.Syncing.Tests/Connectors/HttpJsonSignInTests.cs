using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

public sealed class HttpJsonSignInTests
{
    [Theory]
    [InlineData("bearer")]
    [InlineData("basic")]
    [InlineData("api-key")]
    [InlineData("oauth2")]
    public async Task Each_sign_in_gets_in_with_good_credentials_and_is_told_of_bad_ones(string method)
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Method = method;
        using var good = new Reading(new HttpJsonConnector(), tool);
        using var old = new Reading(new HttpJsonConnector(), tool);

        await good.CheckAsync();
        tool.RotateSecret();
        var refused = await old.FailedCheckAsync();

        Assert.Equal(ConnectorFailure.Authentication, refused.Kind);
        Assert.StartsWith("Faulty HR refused the ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_token_serves_the_whole_sync_and_is_renewed_once_when_it_is_refused()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Method = "oauth2";
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync();
        Assert.Equal(1, tool.TokensIssued);

        tool.Fault = ToolFault.WrongCredentials;
        await reading.FailedSyncAsync();
        Assert.Equal(1, tool.TokensIssued);
    }

    [Fact]
    public async Task A_token_that_is_refused_in_the_middle_of_a_sync_is_replaced()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Method = "oauth2";
        using var reading = new Reading(new HttpJsonConnector(), tool);
        var connector = new HttpJsonConnector();
        var journal = new TestJournal();
        using var http = new Syncing.Connectors.Http.ConnectorHttpFactory(reading.Options).Create([], journal);
        var context = new ConnectorContext(tool.Definition, tool.Address, tool.Credentials, http, journal, TimeProvider.System);
        var read = 0;

        await foreach (var item in connector.SyncAsync(context, new SyncOrder(["employees"], Store.Model.SyncFilters.None), CancellationToken.None))
        {
            if (read++ == 0)
            {
                tool.ExpireTokens();
            }
        }

        Assert.Equal(5 + 1, read);
        Assert.Equal(2, tool.TokensIssued);
    }

    [Fact]
    public async Task A_missing_credential_is_named_before_anything_is_sent()
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(
            new HttpJsonConnector(), tool.Definition, tool.Address, new Dictionary<string, string> { [SignInMethod.Key] = "api-key" });

        var failure = await reading.FailedCheckAsync();

        Assert.Equal(ConnectorFailure.Authentication, failure.Kind);
        Assert.Contains("\"API key\"", failure.Message, StringComparison.Ordinal);
        Assert.Empty(tool.Requests);
    }
}
