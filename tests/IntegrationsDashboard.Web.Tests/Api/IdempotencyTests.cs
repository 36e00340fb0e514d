using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Syncing.Clock;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Tests.Api.Documented;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>A program that cannot know whether its call arrived sends it again, and nothing is made twice.</summary>
public sealed class IdempotencyTests : IDisposable
{
    private const string New = """{"tool":"personio","category":"HRIS","end_user":{"organization_name":"Example"}}""";
    private const string Other = """{"tool":"personio","category":"HRIS","end_user":{"organization_name":"Other"}}""";
    private readonly TestDashboard _dashboard = new();

    public void Dispose() => _dashboard.Dispose();

    [Theory]
    [InlineData("createIntegration")]
    [InlineData("createConnectionLink")]
    [InlineData("createReconnectionLink")]
    [InlineData("createSetupLink")]
    [InlineData("forceSync")]
    public async Task The_same_call_with_the_same_key_makes_one_and_answers_alike(string id)
    {
        var call = (await DocumentedApi.ReadAsync(_dashboard))[id];
        var ids = await ConnectedExamples.CreateAsync(_dashboard);
        using var http = _dashboard.CreateClient();
        var request = call.Example(ids.In);
        var keyed = request with { Headers = new Dictionary<string, string>(request.Headers) { ["Idempotency-Key"] = "7d0c" } };

        var first = await keyed.SendAsync(http);
        Assert.Equal(call.Good, first.Status);
        var made = await CountAsync();
        var second = await keyed.SendAsync(http);

        Assert.Equal(first.Status, second.Status);
        Assert.Equal(await MadeAsync(first), await MadeAsync(second));
        Assert.Equal(made, await CountAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_makes_nothing()
    {
        var api = Api("7d0c");
        Assert.Equal(201, (await api.PostAsync("/v1/integrations", New)).Status);
        var made = await CountAsync();

        Assert.Contains("Idempotency-Key", (await api.PostAsync("/v1/integrations", Other)).Refusal, StringComparison.Ordinal);
        Assert.Contains(
            "Idempotency-Key",
            (await api.PostAsync("/v1/connect/create-link", """{"end_user_email":"hr@acme.example","end_user_organization_name":"Acme"}""")).Refusal,
            StringComparison.Ordinal);

        Assert.Equal(made, await CountAsync());
    }

    [Fact]
    public async Task A_call_that_was_refused_uses_up_no_key()
    {
        var api = Api("7d0c");
        Assert.Equal(400, (await api.PostAsync("/v1/integrations", """{"tool":"personio"}""")).Status);
        Assert.Equal(201, (await api.PostAsync("/v1/integrations", New)).Status);
    }

    [Fact]
    public async Task The_same_key_in_another_environment_is_another_key()
    {
        var production = (await Api("7d0c").PostAsync("/v1/integrations", New)).Data.GetProperty("id").GetString();
        var development = (await Api("7d0c", TestDashboard.DevelopmentKey).PostAsync("/v1/integrations", New)).Data.GetProperty("id").GetString();
        Assert.NotEqual(production, development);
        Assert.Equal(200, (await _dashboard.Api(TestDashboard.DevelopmentKey).GetAsync($"/v1/integrations/{development}")).Status);
    }

    [Fact]
    public async Task Of_many_at_once_one_makes_it_and_all_hear_of_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Api("7d0c").PostAsync("/v1/integrations", New)));
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Single(answers.Select(answer => answer.Data.GetProperty("id").GetString()).Distinct());
        Assert.Equal((1, 0), await CountAsync());
    }

    [Fact]
    public async Task Without_a_key_each_call_makes_one()
    {
        await _dashboard.Api().PostAsync("/v1/integrations", New);
        await _dashboard.Api().PostAsync("/v1/integrations", New);
        Assert.Equal((2, 0), await CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("é")]
    [InlineData("one, two")]
    public async Task A_key_that_cannot_be_right_is_refused(string kind)
    {
        var api = kind switch
        {
            "" => Api(new string('k', 256)),
            "one, two" => Api("one", more: "two"),
            _ => Api(kind),
        };
        Assert.Contains("Idempotency-Key: must be one key", (await api.PostAsync("/v1/integrations", New)).Refusal, StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task After_a_day_a_key_is_forgotten()
    {
        var api = Api(new string('k', 255));
        var first = (await api.PostAsync("/v1/integrations", New)).Text;
        _dashboard.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await _dashboard.Service<Housekeeping>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, (await api.PostAsync("/v1/integrations", New)).Text);

        _dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
        await _dashboard.Service<Housekeeping>().RunAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(first, (await api.PostAsync("/v1/integrations", New)).Text);
    }

    private ApiClient Api(string idempotencyKey, string key = TestDashboard.ProductionKey, string? more = null)
    {
        var http = _dashboard.CreateClient();
        Assert.True(http.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", more is null ? [idempotencyKey] : [idempotencyKey, more]));
        return new ApiClient(http, key);
    }

    // What an answer says was made: of a link, the one it opens, for the same link can be written in many ways.
    private async Task<string> MadeAsync(ApiAnswer answer) => answer.Data.TryGetProperty("link", out var link)
        ? $"{(await _dashboard.Service<LinkTokens>().OpenAsync(link.GetString()!.Split('/')[^1], TestContext.Current.CancellationToken)).Link!.Id}"
        : answer.Text;

    // How many integrations there are, and how many links are open.
    private async Task<(int Integrations, int Links)> CountAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var list = await _dashboard.Api().GetAsync("/v1/integrations?page_size=200");
        return (list.Data.GetProperty("integrations").GetArrayLength(), (await _dashboard.Service<LinkQueries>().OpenAsync(await _dashboard.ScopeAsync(), ct: ct)).Count);
    }
}
