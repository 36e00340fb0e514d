using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Scim;

/// <summary>The connector against a SCIM server that others wrote.</summary>
public sealed class ScimServerTests
{
    // User number n was last modified n minutes later.
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Users_and_groups_are_read_page_by_page()
    {
        await using var server = await ScimServer.StartAsync(users: 45, groups: 3);
        using var reading = server.Reading();

        await reading.SyncAsync();

        var users = reading.Records.Where(record => record.Model == "users").ToList();
        Assert.Equal(Enumerable.Range(1, 45).Select(number => $"u{number}"), users.Select(user => user.RemoteId));
        Assert.Equal(["g1", "g2", "g3"], reading.Records.Where(record => record.Model == "groups").Select(group => group.RemoteId));
        Assert.Equal(["users", "groups"], reading.ModelsRead);
        Assert.Empty(reading.Warnings);
        Assert.Contains(reading.Journal.Requests, line => line.Message == "GET /scim/v2/Users?startIndex=41&count=20 → 200");
        Assert.Equal(
            """
            {"id":"u2","user_name":"user2","display_name":"User 2","first_name":"User","last_name":"Number 2","email":"user2@example.com","active":true,"title":"Engineer","department":"Sales","location":"Lyon","groups":["Group 3"],"created":"2026-01-01T00:00:00.000Z","last_modified":"2026-01-01T00:02:00.000Z"}
            """,
            users[1].Data.ToJsonString());
        Assert.Equal("15", reading.Records.First(record => record.RemoteId == "g1").Data["member_count"]!.ToJsonString());
    }

    [Fact]
    public async Task A_delta_reads_only_what_changed_since()
    {
        await using var server = await ScimServer.StartAsync(users: 45, groups: 3);
        using var reading = server.Reading();

        await reading.SyncAsync(Start.AddMinutes(20));

        Assert.Equal(Enumerable.Range(21, 25).Select(number => $"u{number}"), reading.Records.Select(record => record.RemoteId));
    }

    [Fact]
    public async Task A_delta_reads_everything_where_the_server_does_not_filter()
    {
        await using var server = await ScimServer.StartAsync(users: 45, groups: 3, filters: false);
        using var reading = server.Reading();

        await reading.SyncAsync(Start.AddMinutes(20));

        Assert.Equal(45 + 3, reading.Records.Count());
        Assert.Contains(reading.Journal.Lines, line => line.Message == "SCIM 2.0 does not filter users by their last change, so all of them are read.");
    }

    [Fact]
    public async Task A_check_tells_a_good_token_from_a_bad_one()
    {
        await using var server = await ScimServer.StartAsync(users: 1, groups: 1);
        using var good = server.Reading();
        using var bad = server.Reading("another-token");

        await good.CheckAsync();
        var refused = await bad.FailedCheckAsync();

        Assert.Equal(ConnectorFailure.Authentication, refused.Kind);
        Assert.Equal("SCIM 2.0 refused the token (401). Create a new token and enter it here.", refused.Message);
    }

    [Fact]
    public async Task A_wrong_path_is_said_to_be_one()
    {
        await using var server = await ScimServer.StartAsync(users: 1, groups: 1);
        using var reading = new Connectors.Reading(
            new Syncing.Connectors.Scim.ScimConnector(),
            ScimServer.Tool,
            new Uri(server.Address, "/elsewhere"),
            new Dictionary<string, string> { [SignInMethod.Key] = "bearer", ["token"] = ScimServer.Token });

        var failure = await reading.FailedCheckAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Contains("(404). Check the address.", failure.Message, StringComparison.Ordinal);
    }
}
