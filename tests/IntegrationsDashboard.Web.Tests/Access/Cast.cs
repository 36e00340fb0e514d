using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>One dashboard with everybody who may call, and an integration that only some of them may know of.</summary>
public sealed class Cast : IAsyncLifetime
{
    /// <summary>The end user of the integration: wherever the name stands, somebody was told of it.</summary>
    public const string Organization = "Quillwort Holding";

    /// <summary>The integration's sync.</summary>
    public const string Sync = "quillwort-1";

    private readonly Dictionary<Caller, HttpClient> _clients = [];

    public TestDashboard Dashboard { get; } = new();

    public string Integration { get; private set; } = "";

    /// <summary>The number of a webhook of the same workspace.</summary>
    public string Webhook { get; private set; } = "";

    /// <summary>The browser of a person, or a program with a key; neither follows redirections.</summary>
    public HttpClient this[Caller caller] => _clients[caller];

    /// <summary>The whole header <c>Authorization</c>; null for people.</summary>
    public string? AuthorizationOf(Caller caller) => _clients[caller].DefaultRequestHeaders.Authorization?.ToString();

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var api = Dashboard.Api();
        var made = await api.PostAsync(
            "/v1/integrations",
            $$"""{"tool":"personio","category":"HRIS","end_user":{"organization_name":"{{Organization}}"},"setup_status":"COMPLETED","created_at":"2026-11-01T00:00:00Z"}""");
        Integration = made.Data.GetProperty("id").GetString()!;
        Assert.Equal(200, (await api.ReportAsync(Integration, Sync, "SUCCEEDED", "20T02:00:00")).Status);

        var (home, foreign) = (await Dashboard.ScopeAsync(), await Dashboard.CreateWorkspaceAsync("Foreign"));
        Webhook = $"{await Dashboard.Service<Ledger>().WriteAsync(async session => (await session.CreateWebhookAsync(home, "https://quillwort.example/hooks", [MessageTypes.StateChanged], "", ct)).Id, ct: ct)}";
        _clients[Caller.Nobody] = Dashboard.Browser();
        _clients[Caller.Operator] = await Dashboard.SignInAsync();
        await JoinAsync(Caller.Viewer, home, Role.Viewer);
        await JoinAsync(Caller.Member, home, Role.Member);
        await JoinAsync(Caller.Admin, home, Role.Admin);
        await JoinAsync(Caller.ForeignAdmin, foreign, Role.Admin);
        await CreateKeyAsync(Caller.ReadKey, home, Rights.Read);
        await CreateKeyAsync(Caller.ReportKey, home, Rights.Report);
        await CreateKeyAsync(Caller.ManageKey, home, Rights.Act | Rights.Delete);
        await CreateKeyAsync(Caller.ForeignKey, foreign, RoleRights.Key);
        var revoked = await CreateKeyAsync(Caller.RevokedKey, home, RoleRights.Key);
        await Dashboard.Service<Ledger>().WriteAsync(session => session.RevokeKeyAsync(home, revoked, ct), ct: ct);
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();

    private async Task JoinAsync(Caller caller, WorkspaceScope scope, Role role)
    {
        var email = $"{caller}@example.com";
        await Dashboard.JoinAsync(scope, email, role);
        _clients[caller] = await Dashboard.SignInAsync(email);
    }

    private async Task<int> CreateKeyAsync(Caller caller, WorkspaceScope scope, Rights rights)
    {
        var created = await Dashboard.CreateKeyAsync(rights, scope);
        _clients[caller] = Dashboard.Browser();
        _clients[caller].DefaultRequestHeaders.Authorization = new("Bearer", created.Secret);
        return created.Key.Id;
    }
}
