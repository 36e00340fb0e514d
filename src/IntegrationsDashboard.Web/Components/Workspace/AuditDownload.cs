using System.Globalization;
using System.Security.Claims;
using System.Text;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>The audit log as a file that a spreadsheet opens.</summary>
internal static class AuditDownload
{
    /// <summary>Its address; takes the same parameters as the page.</summary>
    public const string Path = "/workspace/audit.csv";

    private const int PageSize = 500;

    private static readonly string[] Columns = ["at", "action", "actor_kind", "actor", "address", "integration_id", "subject", "old_value", "new_value"];

    public static void MapAuditDownload(this WebApplication app) => app.MapGet(Path, HandleAsync).RequireAuthorization(Policies.Admin);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, ClaimsPrincipal caller, AccessControl control, AuditQueries audit, TimeProvider time, CancellationToken ct)
    {
        var state = AuditState.Parse(request.Query["q"], request.Query["action"], request.Query["from"], request.Query["until"], request.Query["about"]);
        if (await control.FindAsync(caller, ct) is not { } access
            || (state.IsEverywhere ? !access.Person.IsOperator : access.Workspace is null))
        {
            return Results.NotFound();
        }

        var zone = request.Cookies["zone"] is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) ? known : TimeZoneInfo.Utc;
        var moments = new Moments(zone, time);
        int? workspaceId = state.IsEverywhere ? null : access.Workspace!.Id;
        return Results.Stream(
            stream => WriteAsync(stream, audit, workspaceId, state.Filter(moments), ct),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"audit-log-{time.GetUtcNow():yyyy-MM-dd}.csv"));
    }

    private static async Task WriteAsync(Stream stream, AuditQueries audit, int? workspaceId, AuditFilter filter, CancellationToken ct)
    {
        // Spreadsheets take a file without the mark for one in an old encoding.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(Columns).AsMemory(), ct);
        long? before = null;
        IReadOnlyList<AuditEntry> page;
        do
        {
            page = await audit.ListAsync(workspaceId, filter, before, PageSize, ct);
            foreach (var entry in page)
            {
                await writer.WriteAsync(Line(entry).AsMemory(), ct);
            }

            await writer.FlushAsync(ct);
            before = page.Count == 0 ? null : page[^1].Id;
        }
        while (page.Count == PageSize);
    }

    private static string Line(AuditEntry entry) => CsvText.Line(
    [
        CsvText.Instant(entry.At),
        entry.Action.ToString(),
        entry.ActorKind.ToString(),
        entry.ActorName,
        entry.Address,
        entry.IntegrationId,
        entry.Subject,
        entry.OldValue,
        entry.NewValue,
    ]);
}
