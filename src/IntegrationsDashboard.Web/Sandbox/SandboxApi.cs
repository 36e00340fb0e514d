using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>
/// The HTTP interface of a small HR tool that lives in this program, so that there is something to sync with, and to break.
/// <c>GET /sandbox/api/{employees|departments|absences}?page=&amp;per_page=&amp;changed_since=</c> with a bearer token.
/// </summary>
internal sealed class SandboxApi(SandboxAccounts accounts, TimeProvider time)
{
    private const string Bearer = "Bearer ";
    private const int LargestPage = 100;
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(5);

    /// <summary>Maps the calls.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup(SandboxTool.Path).AllowAnonymous();
        calls.MapGet("/employees", (SandboxApi api, HttpContext http) => api.AnswerAsync(http, SandboxRecords.EmployeesOf));
        calls.MapGet("/departments", (SandboxApi api, HttpContext http) => api.AnswerAsync(http, SandboxRecords.DepartmentsOf));
        calls.MapGet("/absences", (SandboxApi api, HttpContext http) => api.AnswerAsync(http, SandboxRecords.AbsencesOf, mayBeForbidden: true));
    }

    private async Task<IResult> AnswerAsync(
        HttpContext http, Func<SandboxAccount, DateTimeOffset, IEnumerable<JsonObject>> records, bool mayBeForbidden = false)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || accounts.Enter(header[Bearer.Length..].Trim()) is not { } account)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Error(StatusCodes.Status401Unauthorized, "invalid_token", "This token is not valid, or not any more.");
        }

        switch (account.Fault)
        {
            case SandboxFault.Down:
                return Error(StatusCodes.Status503ServiceUnavailable, "maintenance", "Sandbox HR is down for maintenance.");
            case SandboxFault.RateLimited when !account.TakesTurn(time.GetUtcNow()):
                http.Response.Headers.RetryAfter = "1";
                return Error(StatusCodes.Status429TooManyRequests, "rate_limited", "This account may send one request a second.");
            case SandboxFault.AbsencesForbidden when mayBeForbidden:
                return Error(StatusCodes.Status403Forbidden, "permission_missing", "This token lacks the permission absences:read.");
            case SandboxFault.Slow:
                await Task.Delay(Slowness, time, http.RequestAborted);
                break;
        }

        return Page(http.Request.Query, account, records(account, time.GetUtcNow()));
    }

    private static ContentHttpResult Page(IQueryCollection query, SandboxAccount account, IEnumerable<JsonObject> records)
    {
        if (Number(query["page"], 1) is not (>= 1 and var page) || Number(query["per_page"], LargestPage) is not (>= 1 and <= LargestPage and var size))
        {
            return Error(StatusCodes.Status400BadRequest, "page_invalid", "page counts from 1; per_page is a number from 1 to 100.");
        }

        if (query["changed_since"] is [{ } text])
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            {
                return Error(StatusCodes.Status400BadRequest, "changed_since_invalid", "changed_since is an ISO 8601 instant.");
            }

            records = records.Where(record => DateTimeOffset.Parse((string)record["updated_at"]!, CultureInfo.InvariantCulture) >= since);
        }

        var all = records.ToList();
        var answer = new JsonObject
        {
            ["data"] = new JsonArray([.. all.Skip((int)Math.Min(int.MaxValue, (page - 1L) * size)).Take(size)]),
            ["page"] = page,
            ["per_page"] = size,
            ["total"] = all.Count,
        }.ToJsonString();
        return Json(StatusCodes.Status200OK, account.Fault == SandboxFault.Malformed ? answer[..(answer.Length / 2)] : answer);
    }

    private static int? Number(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static ContentHttpResult Error(int status, string code, string message) =>
        Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString());

    private static ContentHttpResult Json(int status, string body) => TypedResults.Text(body, "application/json", statusCode: status);
}
