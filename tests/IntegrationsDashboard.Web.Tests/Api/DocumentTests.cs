using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Tests.Api.Documented;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The OpenAPI document is whole, and the calls do what it says.</summary>
public sealed partial class DocumentTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private readonly TestDashboard _dashboard = new();
    private readonly HttpClient _http;
    private DocumentedApi _api = null!;

    public DocumentTests() => _http = _dashboard.CreateClient();

    public async ValueTask InitializeAsync() => _api = await DocumentedApi.ReadAsync(_dashboard);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _dashboard.DisposeAsync();
    }

    [Fact]
    public void Every_call_is_described()
    {
        var mapped = _dashboard.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => $"{method} {Name().Replace(endpoint.RoutePattern.RawText!, name => ApiDocument.SnakeCase(name.Value))}"))
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.NotEmpty(mapped);
        Assert.Equal(mapped, _api.Operations.Select(operation => operation.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_is_valid_OpenAPI()
    {
        var text = (await _dashboard.Api(null).GetAsync("/openapi/v1.json")).Text;
        Assert.Equal("3.1", JsonNode.Parse(text)!["openapi"]!.GetValue<string>()[..3]);
        var (_, diagnostic) = OpenApiDocument.Parse(text, "json");
        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
    }

    [Fact]
    public void Every_description_is_whole()
    {
        Assert.Equal(_api.Operations.Count, _api.Operations.Select(operation => operation.Id).Distinct().Count());
        Assert.All(_api.Operations, operation =>
        {
            Assert.Matches("^[a-z][A-Za-z]+$", operation.Id);
            Assert.NotEmpty(operation.Node["summary"]!.GetValue<string>());
            Assert.Contains(Assert.Single(operation.Node["tags"]!.AsArray())!.GetValue<string>(), CallTags.All.Select(tag => tag.Name));
            Assert.Equal(
                Name().Matches(operation.Path).Select(name => name.Value),
                operation.Parameters.Where(parameter => parameter.Place == "path").Select(parameter => $"{{{parameter.Name}}}"));
            Assert.All(operation.Parameters.Where(parameter => parameter.Place == "path"), parameter => Assert.NotNull(parameter.Example));
        });
    }

    [Fact]
    public void Every_example_is_as_its_schema_says()
    {
        Assert.All(_api.Operations, operation =>
        {
            foreach (var body in operation.Bodies.Values.Where(body => body["example"] is not null || operation.NeedsBody))
            {
                Assert.Equal("", DocumentedApi.Problems(_api.Validator(body["schema"]!), body["example"]));
            }

            foreach (var answer in operation.Statuses.SelectMany(status => operation.Answers(status).Values))
            {
                Assert.Equal("", DocumentedApi.Problems(_api.Validator(answer["schema"]!, closed: true), answer["example"]));
            }
        });
    }

    [Fact]
    public async Task The_examples_are_taken_and_the_answers_are_as_documented()
    {
        foreach (var operation in _api.Operations.Where(operation => operation.Answers(operation.Good).ContainsKey(Json)))
        {
            foreach (var type in operation.Bodies.Keys.DefaultIfEmpty(null))
            {
                var ids = await ConnectedExamples.CreateAsync(_dashboard);
                var request = operation.Example(ids.In, type);
                var answer = await request.SendAsync(_http);
                Assert.True(answer.Status == operation.Good, $"{request}\n→ {answer.Status} {answer.Text}");
                AssertDocumented(operation, answer, closed: true);
            }
        }
    }

    [Fact]
    public async Task What_is_documented_to_go_wrong_goes_wrong_like_that()
    {
        var ids = await ConnectedExamples.CreateAsync(_dashboard);
        foreach (var operation in _api.Operations)
        {
            var good = operation.Example(ids.In);
            await FailAsync(operation, good with { Authorization = null }, 401);
            if (operation.Statuses.Contains(404))
            {
                // The examples' own ids are not there.
                await FailAsync(operation, operation.Example(example => example), 404);
            }

            if (operation.Bodies.Count > 0)
            {
                await FailAsync(operation, good with { Body = "{" }, 400);
            }

            if (operation.Statuses.Contains(415))
            {
                await FailAsync(operation, good with { ContentType = "text/plain" }, 415);
            }

            if (operation.Statuses.Contains(413))
            {
                await FailAsync(operation, good with { Bytes = new byte[(25 * 1024 * 1024) + 1] }, 413);
            }
        }

        await FailAsync(_api["getTools"], _api["getTools"].Example(_ => "crm"), 400);
    }

    [Fact]
    public async Task A_key_without_the_scope_that_a_call_says_it_needs_is_refused()
    {
        var ids = await ConnectedExamples.CreateAsync(_dashboard);
        var before = await _dashboard.DumpAsync();
        foreach (var operation in _api.Operations)
        {
            var scope = Scope().Match(operation.Node["description"]!.GetValue<string>());
            Assert.True(scope.Success, $"{operation} does not say which scope it needs.");
            Assert.Equal(scope.Groups[1].Success, operation.Statuses.Contains(403));
            if (scope.Groups[1].Success)
            {
                var granted = KeyScopes.All.Single(one => one.Word == scope.Groups[1].Value).Rights;
                var key = (await _dashboard.CreateKeyAsync(RoleRights.Key & ~granted)).Secret;
                await FailAsync(operation, operation.Example(ids.In) with { Authorization = $"Bearer {key}" }, 403);
            }
        }

        Assert.Equal(WithoutAudit(before), WithoutAudit(await _dashboard.DumpAsync()));
    }

    // The audit log tells of the keys that the test itself makes.
    private static string WithoutAudit(string dump) => Audit().Replace(dump, "");

    private async Task FailAsync(DocumentedOperation operation, DocumentedRequest request, int status)
    {
        var answer = await request.SendAsync(_http);
        Assert.True(answer.Status == status, $"{request}\n→ {answer.Status} {answer.Text}, not {status}");
        AssertDocumented(operation, answer, closed: true);
    }

    private void AssertDocumented(DocumentedOperation operation, ApiAnswer answer, bool closed)
    {
        Assert.Contains(answer.Status, operation.Statuses);
        var schema = operation.Answers(answer.Status)[Json]["schema"]!;
        Assert.StartsWith(Json, answer.Headers["Content-Type"], StringComparison.Ordinal);
        var problems = DocumentedApi.Problems(_api.Validator(schema, closed), JsonNode.Parse(answer.Text));
        Assert.True(problems.Length == 0, $"{operation}: {problems}\n{answer.Text}");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:Needs the scope (\w+)|Any key may make this call)\.$")]
    private static partial Regex Scope();

    [GeneratedRegex(@"^AuditEntries:\n(?:\d.*\n)*", RegexOptions.Multiline)]
    private static partial Regex Audit();
}
