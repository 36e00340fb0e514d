using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The calls by which a program lets end users connect, reconnect and set up.</summary>
public sealed class ConnectTests : IDisposable
{
    private const string User = "\"end_user_email\":\"ada@example.com\",\"end_user_organization_name\":\"Initech\"";
    private readonly TestDashboard _dashboard = new();
    private readonly ApiClient _api;

    public ConnectTests() => _api = _dashboard.Api();

    public static TheoryData<string, string> RefusedLinks => new()
    {
        { "\"x\":1", "end_user_email: is required; give a text of 1 to 254 characters\nend_user_organization_name: is required; give a text of 1 to 200 characters" },
        { "\"end_user_email\":\"ada\",\"end_user_organization_name\":\"Initech\"", "end_user_email: must be an e-mail address" },
        { "\"end_user_email\":\"ada@example.com\",\"end_user_organization_name\":\"  \"", "end_user_organization_name: is empty; give a text of 1 to 200 characters" },
        { $"{User},\"integration_tool\":\"nope\"", "integration_tool: is \"nope\", which cannot be connected; there are: scim" },
        { $"{User},\"integration_category\":\"ATS\",\"integration_tool\":\"scim\"", "integration_tool: is \"scim\", which cannot be connected in this category; there are: scim" },
        { $"{User},\"integration_category\":\"hr\"", "integration_category: is \"hr\"; give one of HRIS, ATS, ASSESSMENT, LMS" },
        { $"{User},\"language\":\"xx\"", "language: must be one of en, de, fr, it, es" },
        { $"{User},\"link_type\":\"mail\"", "link_type: is \"mail\"; give one of EMBEDDED, MAGIC_LINK" },
        { $"{User},\"enable_filtering\":\"yes\"", "enable_filtering: must be true or false, not a text" },
        { $"{User},\"enable_field_mapping\":1", "enable_field_mapping: must be true or false, not a number" },
    };

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_link_for_an_end_user_leads_to_the_page_that_connects()
    {
        var answer = await _api.PostAsync(
            "/v1/connect/create-link",
            $$"""{{{User}},"end_user_origin_id":"42","integration_category":"HRIS","integration_tool":"scim","language":"de","link_type":"MAGIC_LINK","enable_filtering":true,"enable_field_mapping":true,"remote_environment":"x"}""");

        var link = answer.Data.GetProperty("link").GetString()!;
        Assert.Equal($$$"""{"status":"success","data":{"link":"{{{link}}}"}}""", answer.Text);
        Assert.Matches("^http://localhost/connect/[A-Za-z0-9_-]+$", link);
        var kept = Assert.Single(await OpenLinksAsync());
        Assert.Equal(("Initech", "ada@example.com", "42"), (kept.OrganizationName, kept.EndUserEmail, kept.OriginId));
        Assert.Equal((LinkKind.Connect, Category.Hris, "scim", "de", true), (kept.Kind, kept.Category, kept.Tool, kept.Language, kept.EnableFiltering));
        Assert.Equal(TestDashboard.Start.AddDays(14), kept.ExpiresAt);
    }

    [Fact]
    public async Task What_may_be_left_out_of_a_link_leaves_the_choice_to_the_end_user_for_an_hour()
    {
        Assert.Equal(200, (await _api.PostAsync("/v1/connect/create-link", $"{{{User}}}")).Status);

        var kept = Assert.Single(await OpenLinksAsync());
        Assert.Equal((null, null, null, false), (kept.Category, kept.Tool, kept.Language, kept.EnableFiltering));
        Assert.Equal(TestDashboard.Start.AddHours(1), kept.ExpiresAt);
    }

    [Theory]
    [MemberData(nameof(RefusedLinks))]
    public async Task A_wrong_link_is_refused_by_the_field_and_none_is_made(string fields, string message)
    {
        Assert.Equal(message, (await _api.PostAsync("/v1/connect/create-link", $"{{{fields}}}")).Refusal);
        Assert.Empty(await OpenLinksAsync());
    }

    [Fact]
    public async Task The_tools_of_a_category_come_with_their_pictures_and_what_is_read()
    {
        var answer = await _api.GetAsync("/v1/tools/hris");

        var tool = Assert.Single(answer.Data.GetProperty("tools").EnumerateArray().ToArray());
        Assert.Equal(
            ["id", "label", "internal_label", "assets", "paid_api_details_markdown", "fast_track_details_markdown", "partner_only_details_markdown", "connection_guide_url", "coverage"],
            tool.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("scim", "SCIM 2.0"), (tool.GetProperty("id").GetString(), tool.GetProperty("label").GetString()));
        const string icon = "http://localhost/tools/scim/icon.svg";
        Assert.Equal($$"""{"logo_url":"{{icon}}","icon_url":"{{icon}}","icon_black_url":"{{icon}}"}""", tool.GetProperty("assets").GetRawText());
        Assert.Equal(JsonValueKind.Null, tool.GetProperty("connection_guide_url").ValueKind);
        var coverage = tool.GetProperty("coverage");
        Assert.Equal(["read_models", "write_actions", "features"], coverage.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("[]", "[]"), (coverage.GetProperty("write_actions").GetRawText(), coverage.GetProperty("features").GetRawText()));
        var models = coverage.GetProperty("read_models").EnumerateArray().ToArray();
        Assert.Equal(["users", "groups"], models.Select(model => model.GetProperty("id").GetString()));
        Assert.All(models, model =>
        {
            Assert.Equal(["id", "label", "coverage_status", "fields"], model.EnumerateObject().Select(property => property.Name));
            Assert.Equal("SUPPORTED", model.GetProperty("coverage_status").GetString());
            var fields = model.GetProperty("fields").EnumerateArray().ToArray();
            Assert.NotEmpty(fields);
            Assert.All(fields, field => Assert.Equal(
                $$"""{"id":"{{field.GetProperty("id").GetString()}}","coverage_status":"SUPPORTED"}""", field.GetRawText()));
        });
        Assert.Equal("""{"status":"success","data":{"tools":[]}}""", (await _api.GetAsync("/v1/tools/ats")).Text);
    }

    [Theory]
    [InlineData("crm")]
    [InlineData("HRIS")]
    [InlineData("0")]
    public async Task A_category_that_is_none_is_refused(string category) =>
        Assert.Equal("category: must be one of hris, ats, assessment, lms", (await _api.GetAsync($"/v1/tools/{category}")).Refusal);

    [Theory]
    [InlineData("relink", "{}")]
    [InlineData("setup-link", """{"link_type":"MAGIC_LINK"}""")]
    public async Task There_is_nothing_to_relink_where_syncs_are_reported_from_outside(string call, string body)
    {
        var id = await _api.CreateAsync();

        Assert.Equal(
            $"integration_id: the syncs of \"{id}\" are reported from outside; the dashboard cannot start or configure them.",
            (await _api.PostAsync($"/v1/integrations/{id}/{call}", body)).Refusal);
        Assert.Empty(await OpenLinksAsync());
    }

    [Theory]
    [InlineData("relink", "{}", "reconnect", 14 * 24)]
    [InlineData("relink", """{"link_type":"EMBEDDED","scope_config_id":"default","language":"fr"}""", "reconnect", 1)]
    [InlineData("setup-link", """{"link_type":"MAGIC_LINK"}""", "setup", 14 * 24)]
    [InlineData("setup-link", """{"link_type":"EMBEDDED"}""", "setup", 1)]
    public async Task A_connected_integration_gets_a_link_of_its_own(string call, string body, string page, int hours)
    {
        var id = await ConnectAsync();

        var answer = await _api.PostAsync($"/v1/integrations/{id}/{call}", body);

        Assert.Matches($"^http://localhost/{page}/[A-Za-z0-9_-]+$", answer.Data.GetProperty("link").GetString());
        var kept = Assert.Single(await OpenLinksAsync());
        Assert.Equal((id, TestDashboard.Start.AddHours(hours)), (kept.IntegrationId, kept.ExpiresAt));
    }

    [Theory]
    [InlineData("setup-link", "{}", "link_type: is required; give one of EMBEDDED, MAGIC_LINK")]
    [InlineData("setup-link", """{"link_type":"MAGIC"}""", "link_type: is \"MAGIC\"; give one of EMBEDDED, MAGIC_LINK")]
    [InlineData("relink", """{"scope_config_id":"other"}""", "scope_config_id: names no scope config; there is only \"default\"")]
    [InlineData("relink", """{"language":"xx"}""", "language: must be one of en, de, fr, it, es")]
    public async Task A_wrong_relink_is_refused_by_the_field(string call, string body, string message)
    {
        var id = await ConnectAsync();

        Assert.Equal(message, (await _api.PostAsync($"/v1/integrations/{id}/{call}", body)).Refusal);
        Assert.Empty(await OpenLinksAsync());
    }

    [Fact]
    public async Task An_integration_of_the_other_environment_gets_no_link()
    {
        var id = await ConnectAsync();

        var answer = await _dashboard.Api(TestDashboard.DevelopmentKey).PostAsync($"/v1/integrations/{id}/relink", "{}");

        Assert.Equal($"There is no integration with the id \"{id}\".", answer.NotFound);
        Assert.Empty(await OpenLinksAsync());
    }

    [Fact]
    public async Task A_token_leads_to_its_integration_once_it_was_used_and_in_its_own_environment_only()
    {
        var address = (await _api.PostAsync("/v1/connect/create-link", $"{{{User},\"end_user_origin_id\":\"42\"}}")).Data.GetProperty("link").GetString()!;
        var path = $"/v1/connect/integration-by-token/{address.Split('/')[^1]}";
        const string unknown = "There is no link with this token.";

        Assert.Equal("No integration has come of this link yet.", (await _api.GetAsync(path)).NotFound);
        Assert.Equal(unknown, (await _api.GetAsync("/v1/connect/integration-by-token/nonsense")).NotFound);
        var development = _dashboard.Api(TestDashboard.DevelopmentKey);
        Assert.Equal(unknown, (await development.GetAsync(path)).NotFound);

        var link = Assert.Single(await OpenLinksAsync());
        var id = await ConnectAsync(link.Id);
        Assert.Equal(
            $$$"""{"status":"success","data":{"tool":"scim","id":"{{{id}}}","end_user_origin_id":"42","end_user_organization_name":"Initech","end_user_email":"ada@example.com","setup_status":"COMPLETED"}}""",
            (await _api.GetAsync(path)).Text);
        Assert.Equal(unknown, (await development.GetAsync(path)).NotFound);

        await _api.DeleteAsync($"/v1/integrations/{id}", "{}");
        Assert.Equal($"There is no integration with the id \"{id}\".", (await _api.GetAsync(path)).NotFound);
    }

    private async Task<WorkspaceScope> ScopeAsync()
    {
        var workspace = (await _dashboard.Service<WorkspaceQueries>().FirstAsync(TestContext.Current.CancellationToken))!;
        return new WorkspaceScope(workspace.Id, workspace.Environments.Single(environment => environment.Kind == EnvironmentKind.Production).Id);
    }

    private async Task<IReadOnlyList<ConnectionLink>> OpenLinksAsync() =>
        await _dashboard.Service<LinkQueries>().OpenAsync(await ScopeAsync(), ct: TestContext.Current.CancellationToken);

    // As if an end user had connected, by a link or otherwise.
    private async Task<string> ConnectAsync(Guid? link = null)
    {
        var scope = await ScopeAsync();
        var ct = TestContext.Current.CancellationToken;
        return await _dashboard.Service<Ledger>().WriteAsync(
            async session =>
            {
                var created = await session.ConnectAsync(
                    scope,
                    new NewIntegration
                    {
                        Tool = "scim",
                        Category = Category.Hris,
                        EndUser = new EndUser { OrganizationName = "Initech", CreatorEmail = "ada@example.com", OriginId = "42" },
                    },
                    new NewConnection("https://example.com/scim/v2", "", TimeSpan.FromHours(10)),
                    ct);
                if (link is { } used)
                {
                    await session.UseLinkAsync(used, created.Id, ct);
                }

                return created.Id;
            },
            ct: ct);
    }
}
