using System.Diagnostics;
using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>
/// The client that others use, against the dashboard on a real port, see kombo-client/client.mjs. It checks every answer against
/// the published shapes itself and ends a call with an error where one does not fit.
/// </summary>
public sealed class KomboClientTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly string _base;
    private WorkspaceScope _production;

    public KomboClientTests()
    {
        _dashboard.UseKestrel(0);
        _dashboard.StartServer();
        _base = _dashboard.Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().TrimEnd('/');
    }

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task Every_published_call_works_with_the_client_as_it_is()
    {
        var workspace = (await _dashboard.Service<WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken))!;
        _production = new WorkspaceScope(workspace.Id, workspace.Environments.Single(e => e.Kind == EnvironmentKind.Production).Id);
        var api = _dashboard.Api();
        var link = (await api.PostAsync(
            "/v1/connect/create-link",
            """{"end_user_email":"ada@example.com","end_user_organization_name":"Initech","end_user_origin_id":"42"}""")).Data.GetProperty("link").GetString()!;
        var (connected, reported, deleted) = (await ConnectAsync(), await api.CreateAsync(), await api.CreateAsync());

        var results = await RunAsync(new
        {
            @base = _base,
            key = TestDashboard.ProductionKey,
            connected,
            reported,
            deleted,
            token = link.Split('/')[^1],
        });

        JsonElement Data(string call)
        {
            var result = results.GetProperty(call);
            Assert.True(result.GetProperty("ok").GetBoolean(), $"{call}: {result}");
            Assert.Equal("success", result.GetProperty("value").GetProperty("status").GetString());
            return result.GetProperty("value").GetProperty("data");
        }

        void Fails(string call, int http, string code)
        {
            var result = results.GetProperty(call);
            Assert.Equal(
                ("KomboGeneralError", http, code),
                (result.GetProperty("error").GetString(), result.GetProperty("http").GetInt32(), result.GetProperty("code").GetString()));
            Assert.NotEmpty(result.GetProperty("title").GetString()!);
        }

        Assert.Equal($"{_production.EnvironmentId}", Text(Data("checkApiKey"), "environment_id"));

        var integration = Data("getConnected");
        Assert.Equal((connected, "scim", "HRIS"), (Text(integration, "id"), Text(integration.GetProperty("tool"), "id"), Text(integration, "category")));
        Assert.Equal(("ACTIVE", "COMPLETED"), (Text(integration, "status"), Text(integration, "setup_status")));
        Assert.Equal(
            """{"organization_name":"Initech","creator_email":"ada@example.com","origin_id":"42"}""", integration.GetProperty("end_user").GetRawText());
        Assert.Equal("2026-11-24T06:00:00.000Z", Text(integration, "created_at"));
        Assert.Equal(["users", "groups"], integration.GetProperty("read_models").EnumerateArray().Select(model => Text(model, "id")));
        Assert.Equal(reported, Text(Data("getReported"), "id"));
        Assert.Equal("INACTIVE", Text(Data("getSwitchedOff"), "status"));

        var queued = Data("forceSync");
        Assert.Equal((false, "FULL"), (queued.GetProperty("already_queued").GetBoolean(), Text(queued, "type")));
        var again = Data("forceSyncAgain");
        Assert.Equal((true, Text(queued, "sync_id")), (again.GetProperty("already_queued").GetBoolean(), Text(again, "sync_id")));

        Assert.StartsWith($"{_base}/reconnect/", Text(Data("relink"), "link"), StringComparison.Ordinal);
        Assert.StartsWith($"{_base}/setup/", Text(Data("setupLink"), "link"), StringComparison.Ordinal);
        Assert.StartsWith($"{_base}/connect/", Text(Data("createLink"), "link"), StringComparison.Ordinal);
        Assert.Equal(
            ["de MagicLink", "fr Embedded", "en Umbrella grace@example.com 7 Hris"],
            (await OpenLinksAsync()).OrderBy(kept => kept.Kind == LinkKind.Connect).ThenBy(kept => kept.Language).Select(Describe));

        Assert.Equal("{}", Data("switchOff").GetRawText());
        Assert.Equal("{}", Data("switchOn").GetRawText());
        Assert.Equal("{}", Data("delete").GetRawText());
        Assert.Equal("active", await api.StatusAsync(connected));
        Assert.Equal(404, (await api.GetAsync($"/v1/integrations/{deleted}")).Status);

        var byToken = Data("integrationByToken");
        Assert.Equal((connected, "scim", "42", "Initech"), (
            Text(byToken, "id"), Text(byToken, "tool"), Text(byToken, "end_user_origin_id"), Text(byToken, "end_user_organization_name")));

        Assert.Equal("scim", Text(Assert.Single(Data("tools.hris").GetProperty("tools").EnumerateArray().ToArray()), "id"));
        Assert.All(["ats", "assessment", "lms"], category => Assert.Empty(Data($"tools.{category}").GetProperty("tools").EnumerateArray()));

        Fails("getDeleted", 404, "PLATFORM.INTEGRATION_NOT_FOUND");
        Fails("wrongKey", 401, "PLATFORM.AUTHENTICATION_INVALID");
        Fails("unknownToken", 404, "PLATFORM.INTEGRATION_NOT_FOUND");
        Fails("forceSyncReported", 400, "PLATFORM.INPUT_INVALID");
    }

    private static string? Text(JsonElement data, string name) => data.GetProperty(name).GetString();

    private static string Describe(ConnectionLink link) => link.Kind == LinkKind.Connect
        ? $"{link.Language} {link.OrganizationName} {link.EndUserEmail} {link.OriginId} {link.Category}"
        : $"{link.Language} {(link.ExpiresAt == TestDashboard.Start.AddDays(14) ? "MagicLink" : "Embedded")}";

    private async Task<IReadOnlyList<ConnectionLink>> OpenLinksAsync() =>
        await _dashboard.Service<LinkQueries>().OpenAsync(_production, ct: TestContext.Current.CancellationToken);

    // As if the end user had connected by the one open link; the first sync has run.
    private async Task<string> ConnectAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var link = Assert.Single(await OpenLinksAsync());
        var ledger = _dashboard.Service<Ledger>();
        var id = await ledger.WriteAsync(
            async session =>
            {
                var report = new NewIntegration
                {
                    Tool = "scim",
                    Category = Category.Hris,
                    EndUser = new EndUser { OrganizationName = "Initech", CreatorEmail = "ada@example.com", OriginId = "42" },
                };
                var created = await session.ConnectAsync(
                    _production, report, new NewConnection("https://example.com/scim/v2", "", TimeSpan.FromHours(3)), ct);
                await session.UseLinkAsync(link.Id, created.Id, ct);
                return created.Id;
            },
            ct: ct);
        var sync = Assert.Single(await ledger.ClaimDueAsync("test", 10, TimeSpan.FromMinutes(1), ct));
        await ledger.FinishSyncAsync(sync, new SyncEnd(SyncState.Succeeded, null, []), ct);
        return id;
    }

    private static async Task<JsonElement> RunAsync(object input)
    {
        var start = new ProcessStartInfo("node", "client.mjs")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = NodeFolder.Of("kombo-client"),
        };
        var ct = TestContext.Current.CancellationToken;
        using var process = Process.Start(start)!;
        var problems = process.StandardError.ReadToEndAsync(ct);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(input));
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"The client did not run; tests/run installs what it needs.\n{await problems}");
        return JsonDocument.Parse(output).RootElement;
    }
}
