using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors;
using Microsoft.AspNetCore.Http;

namespace IntegrationsDashboard.Syncing.Tests.Faulty;

/// <summary>What a <see cref="FaultyTool"/> says.</summary>
internal sealed class FaultyToolAnswers(FaultyTool tool)
{
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private int _tokensIssued;

    public int TokensIssued => Volatile.Read(ref _tokensIssued);

    public void ExpireTokens() => _tokens.Clear();

    public async Task AnswerAsync(HttpContext http, ToolFault fault)
    {
        var model = http.Request.Path.Value!.Split('/')[^1];
        switch (fault)
        {
            case ToolFault.Unavailable:
                await RefuseAsync(http, 503, "unavailable");
                break;
            case ToolFault.Down:
                http.Abort();
                break;
            case ToolFault.RateLimited:
                http.Response.Headers.RetryAfter = tool.RetryAfter.ToString(CultureInfo.InvariantCulture);
                await RefuseAsync(http, 429, "rate_limited");
                break;
            case ToolFault.Redirected:
                http.Response.Redirect((tool.RedirectTo ?? new Uri($"http://localhost:{tool.Address.Port}{http.Request.Path}")).ToString());
                break;
            case ToolFault.MalformedJson:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"data\":{\"items\":[{\"id\":\"e1\",");
                break;
            case var _ when http.Request.Path == "/oauth/token":
                await GiveTokenAsync(http, fault);
                break;
            case var _ when fault == ToolFault.WrongCredentials || !IsSignedIn(http.Request):
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await RefuseAsync(http, 401, "unauthorized");
                break;
            case ToolFault.MissingPermission when tool.ForbiddenModels.Contains(model):
                await RefuseAsync(http, 403, "forbidden");
                break;
            case var _ when model is "employees" or "departments":
                await GivePageAsync(http, model == "employees" ? EmployeesFor(http.Request, fault) : Departments(http.Request));
                break;
            default:
                await RefuseAsync(http, 404, "not_found");
                break;
        }
    }

    private bool IsSignedIn(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        return authorization == "Bearer " + tool.Secret
            || authorization == Basic()
            || request.Headers["X-Api-Key"] == tool.Secret
            || (authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _tokens.ContainsKey(authorization[7..]));
    }

    private string Basic() => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("reader:" + tool.Secret));

    private async Task GiveTokenAsync(HttpContext http, ToolFault fault)
    {
        var form = await http.Request.ReadFormAsync();
        var isKnown = http.Request.Headers.Authorization == Basic()
            || (form["client_id"] == "reader" && form["client_secret"] == tool.Secret);
        if (fault == ToolFault.WrongCredentials || !isKnown || form["grant_type"] != "client_credentials")
        {
            await RefuseAsync(http, 400, "invalid_client");
            return;
        }

        var token = $"issued-token-{Guid.NewGuid():N}";
        _tokens[token] = true;
        Interlocked.Increment(ref _tokensIssued);
        await http.Response.WriteAsJsonAsync(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = 3600 });
    }

    private List<JsonNode> EmployeesFor(HttpRequest request, ToolFault fault)
    {
        var since = Since(request);
        List<JsonNode> all =
        [
            .. tool.Employees
                .Where(employee => since is null ? !employee.IsRemoved : employee.UpdatedAt > since)
                .Select(JsonNode (employee) => new JsonObject
                {
                    ["id"] = employee.Id,
                    ["name"] = new JsonObject { ["first"] = employee.FirstName, ["last"] = employee.LastName },
                    ["contact"] = new JsonObject { ["email"] = employee.Email },
                    ["department"] = employee.Department,
                    ["location"] = employee.Location,
                    ["removed"] = employee.IsRemoved,
                }),
        ];
        if (all.Count == 0)
        {
            return all;
        }

        switch (fault)
        {
            case ToolFault.MissingOptionalField:
                all[0]["contact"]!.AsObject().Remove("email");
                break;
            case ToolFault.MissingRequiredField:
                all[0]["name"]!.AsObject().Remove("last");
                break;
            case ToolFault.UnreadableRecord:
                all[0] = JsonValue.Create("not a record");
                break;
        }

        return all;
    }

    private List<JsonNode> Departments(HttpRequest request) => Since(request) is not null
        ? []
        : [.. tool.Employees.Select(employee => employee.Department).Distinct().Order()
            .Select(JsonNode (name) => new JsonObject { ["id"] = "d-" + name, ["name"] = name })];

    private async Task GivePageAsync(HttpContext http, List<JsonNode> all)
    {
        var size = tool.Paging == PagingKind.None ? Math.Max(1, all.Count) : tool.PageSize;
        var start = tool.Paging switch
        {
            PagingKind.Page or PagingKind.LinkHeader => (Number("page", 1) - 1) * size,
            PagingKind.Offset => Number("offset", 0),
            PagingKind.Cursor => Number("cursor", 0),
            _ => 0,
        };
        var hasMore = start + size < all.Count;
        if (tool.Paging == PagingKind.LinkHeader && hasMore)
        {
            var query = Since(http.Request) is { } since ? $"&updated_since={Uri.EscapeDataString(since.ToString("O"))}" : "";
            http.Response.Headers.Link = $"<{http.Request.Path}?page={(start / size) + 2}{query}>; rel=\"next\", </first>; rel=\"first\"";
        }

        var next = tool.Paging == PagingKind.Cursor && hasMore ? JsonValue.Create((start + size).ToString(CultureInfo.InvariantCulture)) : null;
        await http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["data"] = new JsonObject { ["items"] = new JsonArray([.. all.Skip(start).Take(size)]) },
            ["meta"] = new JsonObject { ["next"] = next },
        });

        int Number(string name, int fallback) =>
            int.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : fallback;
    }

    private static DateTimeOffset? Since(HttpRequest request) =>
        DateTimeOffset.TryParse(request.Query["updated_since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? since
            : null;

    private static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error });
    }
}
