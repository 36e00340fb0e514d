using System.Text.Json.Nodes;
using CsCheck;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Scim;

public sealed class ScimRulesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_many_users_there_are_each_is_read_once(bool byCursor)
    {
        await using var stub = await ScimStub.StartAsync();
        await Gen.Select(Gen.Int[0, 17], Gen.Int[1, 6]).SampleAsync(
            async (users, pageSize) =>
            {
                stub.Config = Config(byCursor, pageSize);
                stub.Users = new JsonArray([.. Enumerable.Range(1, users).Select(ScimStub.User)]);
                using var reading = stub.Reading();

                await reading.SyncAsync();

                Assert.Equal(Enumerable.Range(1, users).Select(number => $"u{number}"), reading.Records.Select(record => record.RemoteId));
                Assert.Equal(["users", "groups"], reading.ModelsRead);
                Assert.Equal(byCursor, reading.Journal.Requests.Any(line => line.Message.Contains("cursor=", StringComparison.Ordinal)));
                return true;
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public async Task Groups_that_may_not_be_read_are_a_warning_and_the_users_are_read()
    {
        await using var stub = await ScimStub.StartAsync();
        stub.Users = [ScimStub.User(1)];
        stub.GroupsStatus = 403;
        using var reading = stub.Reading();

        await reading.SyncAsync();

        Assert.Equal("groups", Assert.Single(reading.Warnings).Model);
        Assert.Equal(["users"], reading.ModelsRead);
    }

    [Fact]
    public async Task A_user_without_a_user_name_fails_the_sync_by_name()
    {
        await using var stub = await ScimStub.StartAsync();
        stub.Users = [ScimStub.User(1), new JsonObject { ["id"] = "u2" }];
        using var reading = stub.Reading();

        var failure = await reading.FailedSyncAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Equal("users", failure.Model);
        Assert.Contains("the record u2 of users without userName", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_an_email_and_one_that_cannot_be_read_are_warnings()
    {
        await using var stub = await ScimStub.StartAsync();
        stub.Users = [new JsonObject { ["ID"] = "u1", ["USERNAME"] = "one", ["emails"] = null }, "two"];
        using var reading = stub.Reading();

        await reading.SyncAsync();

        Assert.Equal(["u1"], reading.Records.Select(record => record.RemoteId));
        Assert.Equal(2, reading.Warnings.Count());
        Assert.Contains("u1 of users has no email", reading.Warnings.First().Message, StringComparison.Ordinal);
        Assert.DoesNotContain("users", reading.ModelsRead);
    }

    [Fact]
    public async Task Users_that_a_server_keeps_back_do_not_count_as_gone()
    {
        await using var stub = await ScimStub.StartAsync();
        stub.Users = [ScimStub.User(1), ScimStub.User(2)];
        stub.ClaimedTotal = 3;
        using var reading = stub.Reading();

        await reading.SyncAsync();

        Assert.Equal("SCIM 2.0 says that it has 3 users, and gave 2.", Assert.Single(reading.Warnings).Message);
        Assert.DoesNotContain("users", reading.ModelsRead);
    }

    private static JsonObject Config(bool cursor, int pageSize) => new()
    {
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = cursor ? 100 : pageSize },
        ["pagination"] = new JsonObject { ["cursor"] = cursor, ["index"] = !cursor, ["maxPageSize"] = pageSize },
    };
}
