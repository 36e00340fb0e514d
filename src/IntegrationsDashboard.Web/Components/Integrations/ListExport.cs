using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api;
using IntegrationsDashboard.Web.Components.Workspace;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>
/// The list as a file: all that an address of the list shows, on all its pages, or what somebody has picked. It is written as it is read,
/// however long it is.
/// </summary>
internal static class ListExport
{
    /// <summary>The field of a form that has the ids of what is picked, parted by commas.</summary>
    public const string IdsField = "ids";

    private const int FlushEvery = 200;

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate Task Writing(Stream stream, ExportColumns columns, IAsyncEnumerable<IntegrationView> items, CancellationToken ct);

    public static void MapListExport(this WebApplication app)
    {
        foreach (var (path, contentType, write) in (ReadOnlySpan<(string, string, Writing)>)
            [(Links.ListAsCsv, "text/csv; charset=utf-8", WriteCsvAsync), (Links.ListAsNdjson, "application/x-ndjson", WriteNdjsonAsync)])
        {
            var kind = (Path.GetExtension(path), contentType, write);
            app.MapGet(path, (HttpContext context, [AsParameters] Sources sources, CancellationToken ct) => AnswerAsync(context, sources, kind, null, ct));

            // What is picked does not fit into an address.
            app.MapPost(path, async (HttpContext context, [AsParameters] Sources sources, CancellationToken ct) =>
                    await AnswerAsync(context, sources, kind, (await context.Request.ReadFormAsync(ct))[IdsField].ToString(), ct))
                .AddEndpointFilter<AntiforgeryFilter>();
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, Sources sources, (string Extension, string ContentType, Writing Write) kind, string? ids, CancellationToken ct)
    {
        var request = context.Request;
        if (await sources.Control.FindAsync(context.User, ct) is not { Scope: { } scope })
        {
            return Results.NotFound();
        }

        IAsyncEnumerable<IntegrationView> items;
        if (ids is null)
        {
            var state = ListState.Parse(request.QueryString.Value);
            items = sources.Selections.AllAsync(scope, state.Filter, state.Sort, state.Descending, ct);
        }
        else
        {
            items = PickedAsync(sources.Selections, scope, [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Take(ListSelection.Most)], ct);
        }

        var columns = new ExportColumns(sources.Texts, new Moments(TimeZoneInfo.Utc, sources.Time), path => sources.Address.Of(request, path));
        return Results.Stream(
            stream => kind.Write(stream, columns, items, ct),
            kind.ContentType,
            string.Create(CultureInfo.InvariantCulture, $"integrations-{sources.Time.GetUtcNow():yyyy-MM-dd}{kind.Extension}"));
    }

    private static async IAsyncEnumerable<IntegrationView> PickedAsync(
        SelectionQueries selections, WorkspaceScope scope, IReadOnlyList<string> ids, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var some in ids.Chunk(FlushEvery))
        {
            foreach (var item in await selections.FindAsync(scope, some, ct))
            {
                yield return item;
            }
        }
    }

    private static async Task WriteCsvAsync(Stream stream, ExportColumns columns, IAsyncEnumerable<IntegrationView> items, CancellationToken ct)
    {
        // Spreadsheets take a file without the mark for one in an old encoding.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvText.Line(ExportColumns.Names).AsMemory(), ct);
        var written = 0;
        await foreach (var item in items.WithCancellation(ct))
        {
            await writer.WriteAsync(CsvText.Line(columns.Values(item)).AsMemory(), ct);
            if (++written % FlushEvery == 0)
            {
                await writer.FlushAsync(ct);
            }
        }
    }

    private static async Task WriteNdjsonAsync(Stream stream, ExportColumns columns, IAsyncEnumerable<IntegrationView> items, CancellationToken ct)
    {
        using var line = new MemoryStream();
        await foreach (var item in items.WithCancellation(ct))
        {
            line.SetLength(0);
            await using (var writer = new Utf8JsonWriter(line, Json))
            {
                writer.WriteStartObject();
                foreach (var (name, value) in ExportColumns.Names.Zip(columns.Values(item)))
                {
                    writer.WriteString(name, value);
                }

                writer.WriteEndObject();
            }

            line.WriteByte((byte)'\n');
            await stream.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), ct);
        }
    }

    /// <summary>What it takes to write a file.</summary>
    internal sealed record Sources(AccessControl Control, SelectionQueries Selections, StatusTexts Texts, PublicAddress Address, TimeProvider Time);
}
