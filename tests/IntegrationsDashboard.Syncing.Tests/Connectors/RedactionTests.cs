using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("bearer")]
    [InlineData("basic")]
    [InlineData("api-key")]
    [InlineData("oauth2")]
    public async Task No_secret_reaches_the_journal(string method)
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Method = method;
        // A tool that gives its secrets away: they are in its records and in the addresses.
        tool.Employees[0] = tool.Employees[0] with { FirstName = $"before {tool.Secret} after" };
        var definition = tool.Definition;
        definition = definition with
        {
            HttpJson = definition.HttpJson! with
            {
                Resources = [.. definition.HttpJson.Resources.Select(resource => resource with { Path = $"{resource.Path}?echo={tool.Secret}&api_key=unknown-key" })],
            },
        };
        using var reading = new Reading(new HttpJsonConnector(), definition, tool.Address, tool.Credentials);

        await reading.SyncAsync();

        var all = string.Join('\n', reading.Journal.Lines);
        Assert.Contains("before [redacted] after", all, StringComparison.Ordinal);
        Assert.DoesNotContain(tool.Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown-key", all, StringComparison.Ordinal);
        Assert.DoesNotContain("issued-token", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("reader:" + tool.Secret)), all, StringComparison.Ordinal);
        Assert.Contains(tool.Requests, request => request.Contains(tool.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"password":"hunter2","name":"Ada"}""", """{"password":"[redacted]","name":"Ada"}""")]
    [InlineData("""{"a":{"Client_Secret" : "x\"y","n":1}}""", """{"a":{"Client_Secret" : "[redacted]","n":1}}""")]
    [InlineData("""{"refreshToken":12345,"n":1}""", """{"refreshToken":"[redacted]","n":1}""")]
    [InlineData("""{"tokens":["one","two"],"n":1}""", """{"tokens":"[redacted]","n":1}""")]
    [InlineData("grant_type=password&password=hunter2&scope=read", "grant_type=password&password=[redacted]&scope=read")]
    [InlineData("""{"access_token":"cut off in the mid""", """{"access_token":"[redacted]" """)]
    public void A_field_whose_name_tells_what_it_holds_is_taken_out(string body, string clean) =>
        Assert.Equal(clean.TrimEnd(), new Redactor([]).Body(body));

    [Fact]
    public void A_secret_is_found_in_every_spelling_and_across_the_cut()
    {
        const string secret = "p&ss \"wörd\"/+";
        var redactor = new Redactor([secret, "abc"]);

        Assert.Equal("x=[redacted]&y", redactor.Text($"x={Uri.EscapeDataString(secret)}&y"));
        Assert.Equal("""{"x":"[redacted]"}""", redactor.Body(new JsonObject { ["x"] = secret }.ToJsonString()));
        Assert.Equal("abc", redactor.Text("abc"));

        var long1 = new string('a', Redactor.LongestBody - 5) + secret + new string('b', 100);
        var kept = redactor.Body(long1)!;
        Assert.DoesNotContain("p&ss", kept, StringComparison.Ordinal);
        Assert.Equal(Redactor.LongestBody + 1, kept.Length);
    }
}
