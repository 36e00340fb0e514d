using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Events;
using IntegrationsDashboard.Web.Tests.Api;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>Whoever listens hears of what is theirs, as long as their key is good.</summary>
public sealed class EventChannelTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly HttpClient _http;
    private readonly ApiClient _api;

    public EventChannelTests()
    {
        _http = _dashboard.CreateClient();
        _api = _dashboard.Api();
    }

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_key_of_another_workspace_hears_nothing_of_ours_not_even_of_what_it_missed()
    {
        var foreign = (await _dashboard.CreateKeyAsync(RoleRights.Key, await _dashboard.CreateWorkspaceAsync("Foreign"))).Secret;
        var theirs = await _dashboard.Api(foreign).CreateAsync();
        var ours = await _api.CreateAsync();
        using var events = await EventReader.OpenAsync(_http, key: foreign);
        using var fromTheBeginning = await EventReader.OpenAsync(_http, "0", foreign);

        await SwitchOffAsync(_api, ours);
        await SwitchOffAsync(_dashboard.Api(foreign), theirs);

        Assert.Equal(theirs, (await events.NextAsync()).GetProperty("integration_id").GetString());
        var heard = await fromTheBeginning.NextAsync();
        Assert.Equal(theirs, heard.GetProperty("integration_id").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_ends_with_its_key_and_tells_of_nothing_that_comes_after(bool isBusy)
    {
        var ct = TestContext.Current.CancellationToken;
        var scope = await _dashboard.ScopeAsync();
        var key = await _dashboard.CreateKeyAsync(Rights.Read);
        var id = await _api.CreateAsync();
        using var events = await EventReader.OpenAsync(_http, key: key.Secret);

        await _dashboard.Service<Ledger>().WriteAsync(session => session.RevokeKeyAsync(scope, key.Key.Id, ct), ct: ct);
        if (isBusy)
        {
            await SwitchOffAsync(_api, id);
        }
        else
        {
            _dashboard.Clock.Advance(EventStream.Heartbeat);
        }

        Assert.Null(await events.ReadAsync());
    }

    private static async Task SwitchOffAsync(ApiClient api, string id) =>
        Assert.Equal(200, (await api.PutAsync($"/v1/integrations/{id}/enabled", """{"value":false}""")).Status);
}
