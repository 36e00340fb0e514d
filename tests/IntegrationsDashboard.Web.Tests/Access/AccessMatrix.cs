namespace IntegrationsDashboard.Web.Tests.Access;

/// <summary>
/// Who gets which answer where: one line for each page, call and other endpoint, with the answer that each <see cref="Caller"/> gets, in
/// their order. An answer is an HTTP status, "in" for being led to the sign-in, or "home" for being led to the integrations.
/// </summary>
/// <remarks>
/// A page is sent a form without the token against forgery, too, which nobody may. Calls are made with the examples of the API's
/// document, so that the right key succeeds.
/// </remarks>
public static class AccessMatrix
{
    // The columns:                  nobody, viewer, member, admin, operator, foreign admin | read, report, manage, revoked, foreign key.
    private const string Everyone = "200 200 200 200 200 200 | 200 200 200 200 200";
    private const string NotFound = "404 404 404 404 404 404 | 404 404 404 404 404";
    private const string Refused = "400 400 400 400 400 400 | 400 400 400 400 400";
    private const string ToSignIn = "in in in in in in | in in in in in";
    private const string ToHome = "home home home home home home | home home home home home";

    private const string SignedIn = "in 200 200 200 200 200 | in in in in in";
    private const string OfTheWorkspace = "in 200 200 200 200 404 | in in in in in";
    private const string Members = "in 403 200 200 200 200 | in in in in in";
    private const string Admins = "in 403 403 200 200 200 | in in in in in";
    private const string Operators = "in 403 403 403 200 403 | in in in in in";
    private const string Missing = "in 404 404 404 404 404 | in in in in in";

    // People's cookies are nothing to the API. The foreign key's answer stands at the end: 404 where the call names something of ours.
    private const string AnyKey = "401 401 401 401 401 401 | 200 200 200 401 200";
    private const string UnknownCall = "401 401 401 401 401 401 | 404 404 404 401 404";
    private const string Read = "401 401 401 401 401 401 | 200 403 403 401 ";
    private const string Report = "401 401 401 401 401 401 | 403 200 403 401 ";
    private const string Manage = "401 401 401 401 401 401 | 403 403 200 401 ";

    private static readonly Dictionary<string, string> Lines = new()
    {
        // Pages.
        ["PAGE /"] = ToHome,
        ["PAGE /api"] = Everyone,
        ["PAGE /overview"] = SignedIn,
        ["PAGE /integrations"] = SignedIn,
        ["PAGE /integrations/new"] = Members,
        ["PAGE /integrations/{Id}"] = OfTheWorkspace,
        ["PAGE /integrations/{Id}/settings"] = OfTheWorkspace,
        ["PAGE /integrations/{Id}/support"] = OfTheWorkspace,
        ["PAGE /integrations/{Id}/syncs/{SyncId}"] = OfTheWorkspace,
        ["PAGE /integrations/{Id}/syncs/compare"] = OfTheWorkspace,
        ["PAGE /connections"] = SignedIn,
        ["PAGE /sandbox"] = "in 403 404 404 404 404 | in in in in in",
        ["PAGE /workspace/members"] = Admins,
        ["PAGE /workspace/keys"] = Admins,
        ["PAGE /workspace/webhooks"] = Admins,
        ["PAGE /workspace/webhooks/{Id:int}"] = "in 403 403 200 200 404 | in in in in in",
        ["PAGE /workspace/audit"] = Admins,
        ["PAGE /operators/quality-assurance"] = Operators,
        ["PAGE /operators/error-patterns"] = Operators,
        ["PAGE /operators/error-patterns/new"] = Operators,
        ["PAGE /operators/error-patterns/{Id:int}"] = "in 403 403 403 404 403 | in in in in in",
        ["PAGE /operators/workspaces"] = Operators,
        ["PAGE /account"] = SignedIn,
        ["PAGE /account/notifications"] = SignedIn,
        ["PAGE /account/sign-in"] = "200 home home home home home | 200 200 200 200 200",
        ["PAGE /account/second-factor"] = ToSignIn,
        ["PAGE /account/forgot-password"] = Everyone,
        ["PAGE /account/reset-password"] = Everyone,
        ["PAGE /account/invitation/{Token}"] = Everyone,
        ["PAGE /account/first/{Token}"] = Everyone,
        ["PAGE /unsubscribe/{Token}"] = NotFound,
        ["PAGE /connect/{Token}"] = Everyone,
        ["PAGE /reconnect/{Token}"] = Everyone,
        ["PAGE /setup/{Token}"] = Everyone,
        ["PAGE /not-found"] = Everyone,
        ["PAGE /problem/403"] = SignedIn,
        ["PAGE /problem/{Code:int}"] = Everyone,

        // What is no page, but for people.
        ["GET /integrations/{id}/syncs/{syncId}/log.ndjson"] = OfTheWorkspace,
        ["GET /integrations/export.csv"] = SignedIn,
        ["GET /integrations/export.ndjson"] = SignedIn,
        ["POST /integrations/export.csv"] = "in 400 400 400 400 400 | in in in in in",
        ["POST /integrations/export.ndjson"] = "in 400 400 400 400 400 | in in in in in",
        ["GET /workspace/audit.csv"] = Admins,
        ["POST /unsubscribe/{token}"] = Refused,
        ["GET /account/demonstration/{token}"] = NotFound,
        ["POST /account/sign-out"] = Refused,
        ["POST /account/language"] = "in 400 400 400 400 400 | in in in in in",
        ["POST /account/external"] = Refused,
        ["GET /account/external/callback"] = ToSignIn,
        ["POST /account/passkeys/request-options"] = Refused,
        ["POST /account/passkeys/creation-options"] = "in 400 400 400 400 400 | in in in in in",

        // For anyone.
        ["GET /{**path:file}"] = Missing,
        ["HEAD /{**path:file}"] = Missing,
        ["GET /tools/{tool}/icon.svg"] = Everyone,
        ["GET /embed/{token}"] = NotFound,
        ["GET /embed/{token}/badge.svg"] = NotFound,
        ["GET /openapi/{documentName}.json"] = Everyone,
        ["ANY /health/live"] = Everyone,
        ["ANY /health/ready"] = Everyone,

        // Calls.
        ["GET /v1/check-api-key"] = AnyKey,
        ["GET /v1/tools/{category}"] = AnyKey,
        ["GET /v1/integrations"] = Read + "200",
        ["GET /v1/integrations/{id}"] = Read + "404",
        ["GET /v1/integrations/{id}/status"] = Read + "404",
        ["GET /v1/integrations/{id}/history"] = Read + "404",
        ["GET /v1/integrations/{id}/syncs"] = Read + "404",
        ["GET /v1/integrations/{id}/embeds"] = Read + "404",
        ["POST /v1/integrations/{id}/embeds"] = Manage + "404",
        ["DELETE /v1/integrations/{id}/embeds/{embedId}"] = Manage + "404",
        ["GET /v1/syncs/{syncId}"] = Read + "404",
        ["GET /v1/syncs/{syncId}/logs"] = Read + "404",
        ["GET /v1/connect/integration-by-token/{token}"] = Read + "404",
        ["GET /v1/events"] = Read + "200",
        ["POST /v1/integrations"] = (Report + "200").Replace("200", "201", StringComparison.Ordinal),
        ["PUT /v1/syncs/{syncId}"] = Report + "404",
        ["POST /v1/syncs/{syncId}/logs"] = Report + "404",
        ["PUT /v1/integrations/{id}/enabled"] = Manage + "404",
        ["DELETE /v1/integrations/{id}"] = Manage + "404",
        ["POST /v1/integrations/{id}/relink"] = Manage + "404",
        ["POST /v1/integrations/{id}/setup-link"] = Manage + "404",
        ["POST /v1/connect/create-link"] = Manage + "200",
        ["POST /v1/force-sync"] = Manage + "404",
        ["ANY /v1/{**path}"] = UnknownCall,

        // The circuits are open to all: end users' pages need them. What they show is the matter of CircuitTests.
        ["ANY /_blazor"] = Refused,
        ["ANY /_blazor/negotiate"] = Everyone,
        ["ANY /_blazor/disconnect"] = Refused,
        ["ANY /_blazor/initializers"] = Everyone,
    };

    /// <summary>The answers at an endpoint; null where nobody has thought about it yet.</summary>
    public static IReadOnlyList<(Caller Caller, string Answer)>? Find(string endpoint) => Lines.TryGetValue(endpoint, out var line)
        ? [.. Enum.GetValues<Caller>().Zip(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "|"))]
        : null;
}
