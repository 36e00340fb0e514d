using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api.Syncs;

/// <summary>
/// <c>POST /v1/force-sync</c> queues a sync of the integration that the header <c>X-Integration-Id</c> names. At most one of a type is
/// queued or runs: where there is one, the answer names it.
/// </summary>
internal static class PostForceSync
{
    /// <summary>The header that names the integration.</summary>
    public const string Header = "X-Integration-Id";

    public static void Map(RouteGroupBuilder group) => group.MapPost("/force-sync", HandleAsync).Describes(
        new CallDescription("forceSync", CallTags.Syncs, "Queue a sync now")
        {
            Text = "At most one sync of a type is queued or runs: where there is one, the answer names it.",
            Parameters =
            [
                CallParameters.Header(
                    Header, InputSchema.Line("The integration's id.", 65, pattern: ReportLimits.IntegrationIdPattern), CallExamples.IntegrationId, required: true),
                Idempotency.Parameter,
            ],
            Body = CallBody.Json(
                InputSchema.Object(null, InputSchema.Optional("type", InputSchema.Word<SyncType>("How much the sync looks at; what its schedule says where left out."))),
                """{ "type": "FULL" }""",
                required: false),
            Answer = CallAnswer.Of<SyncRequestedData>("""{ "already_queued": false, "sync_id": "bT4xWq8ZnLc2VmRk7Ys9HdPf", "type": "FULL" }"""),
            Failures = [404],
        }).Needs(Rights.Act);

    private static async Task<IResult> HandleAsync(HttpContext context, ApiCaller caller, Ledger ledger, TimeProvider time)
    {
        var type = await ReadTypeAsync(context.Request, time.GetUtcNow());
        var id = Uri.UnescapeDataString(context.Request.Headers[Header].ToString().Trim());
        if (id.Length == 0)
        {
            throw InvalidInputException.With(Header, "is missing; send the integration's id in this header");
        }

        var ct = context.RequestAborted;
        var once = Idempotency.Of(context);
        var requested = await ledger.WriteAsync(
            session => once.OnceAsync(
                session,
                caller,
                async () =>
                {
                    await session.RecordAsync(caller.Scope, id, new ApiRequested(session.Now), ct);
                    return Text(await session.RequestSyncAsync(caller.Scope, id, type, ct: ct));
                },
                ct),
            ct: ct);
        return ApiAnswer.Ok(Read(requested));
    }

    // What is kept of a call with an idempotency key.
    private static string Text(SyncRequested requested) =>
        $"{requested.SyncId} {Words<SyncType>.Of(requested.Type)} {(requested.AlreadyQueued ? "again" : "new")}";

    private static SyncRequestedData Read(string text) =>
        text.Split(' ') is [var syncId, var type, var state]
            ? new SyncRequestedData(state == "again", syncId, type)
            : throw new InvalidOperationException("Another kind of call is kept under this key.");

    // The body may be left out altogether, and so may the type within it.
    private static async Task<SyncType?> ReadTypeAsync(HttpRequest request, DateTimeOffset now)
    {
        var bytes = await RequestBody.BytesAsync(request, RequestBody.Most);
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (!request.HasJsonContentType())
        {
            throw RequestBody.WrongType(request, "application/json");
        }

        using var json = JsonInput.Parse(bytes, "body");
        var problems = new InputProblems();
        var type = new InputReader(json.RootElement, problems, now).Word<SyncType>("type");
        problems.ThrowIfAny();
        return type;
    }
}
