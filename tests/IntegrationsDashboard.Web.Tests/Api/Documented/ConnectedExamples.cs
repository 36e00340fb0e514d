using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

/// <summary>An integration that came of a link and has a running sync, to stand for the ids in the document's examples.</summary>
public sealed record ConnectedExamples(string Integration, string Sync, string Token, string Embed)
{
    public static async Task<ConnectedExamples> CreateAsync(TestDashboard dashboard)
    {
        var ct = TestContext.Current.CancellationToken;
        var api = dashboard.Api();
        var organization = $"Acme {Guid.NewGuid():N}";
        var made = await api.PostAsync(
            "/v1/connect/create-link", $$"""{"end_user_email":"hr@acme.example","end_user_organization_name":"{{organization}}"}""");
        var workspace = (await dashboard.Service<WorkspaceQueries>().FirstAsync(ct))!;
        var scope = new WorkspaceScope(workspace.Id, workspace.Environments.Single(environment => environment.Kind == EnvironmentKind.Production).Id);
        var link = Assert.Single(await dashboard.Service<LinkQueries>().OpenAsync(scope, ct: ct), open => open.OrganizationName == organization);
        var integration = await dashboard.Service<Ledger>().WriteAsync(
            async session =>
            {
                var created = await session.ConnectAsync(
                    scope,
                    new NewIntegration { Tool = "scim", Category = Category.Hris, EndUser = new EndUser { OrganizationName = "Acme" } },
                    new NewConnection("https://example.com/scim/v2", "", TimeSpan.FromHours(10)),
                    ct);
                await session.UseLinkAsync(link.Id, created.Id, ct);
                return created.Id;
            },
            ct: ct);
        var sync = $"sync-{integration[5..]}";
        var reported = await api.PutAsync(
            $"/v1/syncs/{sync}", $$"""{"integration_id":"{{integration}}","state":"RUNNING","type":"FULL","started_at":"2026-11-24T02:00:00Z"}""");
        Assert.Equal(200, reported.Status);
        var logged = await api.PostAsync(
            $"/v1/syncs/{sync}/logs",
            """
            [
              { "seq": 101, "at": "2026-11-24T02:01:00Z", "level": "INFO", "message": "Reading employees" },
              {
                "seq": 102, "at": "2026-11-24T02:02:00Z", "level": "ERROR", "message": "Reading employees failed", "model": "employees",
                "http": { "method": "GET", "url": "https://example.com/scim/v2/Users", "status": 503, "duration_ms": 812, "response_body": "{}" }
              }
            ]
            """);
        Assert.Equal(200, logged.Status);
        var shown = await api.PostAsync($"/v1/integrations/{integration}/embeds", """{"origins":["https://app.example.com"]}""");
        return new ConnectedExamples(
            integration, sync, made.Data.GetProperty("link").GetString()!.Split('/')[^1], shown.Data.GetProperty("embed").GetProperty("id").GetString()!);
    }

    /// <summary>An example with the ids put in.</summary>
    public string In(string example) => example
        .Replace(CallExamples.IntegrationId, Integration, StringComparison.Ordinal)
        .Replace(CallExamples.SyncId, Sync, StringComparison.Ordinal)
        .Replace(CallExamples.EmbedId, Embed, StringComparison.Ordinal)
        .Replace(CallExamples.Token, Token, StringComparison.Ordinal);
}
