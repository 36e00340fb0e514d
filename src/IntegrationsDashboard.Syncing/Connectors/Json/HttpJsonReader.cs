using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Json;

/// <summary>Reads one resource page by page.</summary>
internal sealed class HttpJsonReader(ToolClient client, HttpJsonResource resource)
{
    private readonly PagingDefinition _paging = resource.Paging;
    private readonly Uri _uri = client.At(resource.Path);

    /// <summary>Reads the first page and forgets it.</summary>
    /// <exception cref="ConnectorException">It cannot be read.</exception>
    public static async Task TryAsync(ToolClient client, HttpJsonResource resource, CancellationToken ct)
    {
        var reader = new HttpJsonReader(client, resource);
        reader.Records((await client.GetAsync(reader.First(null), resource.Model, ct)).Json());
    }

    /// <summary>Reads all of it, or what changed.</summary>
    public async IAsyncEnumerable<SyncItem> ReadAsync(DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var guard = new PageGuard(client.Tool, _uri, resource.Model);
        var warnings = new ModelWarnings(resource.Model);
        var mapper = new HttpJsonMapper(client.Tool, resource, since is not null);
        var isWhole = true;
        var place = (Page: _paging.FirstPage, Offset: 0);
        for (Uri? next = First(since); next is not null;)
        {
            var answer = await client.GetAsync(next, resource.Model, ct);
            var json = answer.Json();
            var records = Records(json);
            foreach (var record in records)
            {
                var (item, complaints) = mapper.Map(record);
                isWhole &= item is not null || complaints.Count == 0;
                foreach (var complaint in complaints)
                {
                    if (warnings.Add(complaint) is { } warning)
                    {
                        yield return warning;
                    }
                }

                if (item is not null)
                {
                    yield return item;
                }
            }

            next = Next(answer, json, records, guard, since, ref place);
        }

        if (warnings.Rest() is { } rest)
        {
            yield return rest;
        }

        // A record that could not be read is not gone.
        if (isWhole)
        {
            yield return new ModelRead(resource.Model);
        }
    }

    private Uri? Next(ToolAnswer answer, JsonNode? json, JsonArray records, PageGuard guard, DateTimeOffset? since, ref (int Page, int Offset) place)
    {
        switch (_paging.Kind)
        {
            case PagingKind.Page or PagingKind.Offset when records.Count >= _paging.Size && records.Count > 0:
                guard.Page(records);
                place = (place.Page + 1, place.Offset + records.Count);
                return Ask(since, Number(_paging.Kind == PagingKind.Page ? place.Page : place.Offset));
            case PagingKind.Cursor when JsonPath.Text(JsonPath.Find(json, _paging.CursorPath)) is { Length: > 0 } cursor:
                guard.Next(cursor);
                return Ask(since, cursor);
            case PagingKind.LinkHeader when NextLink.Of(answer) is { } link:
                if (!RedirectHandler.IsSameOrigin(_uri, link))
                {
                    throw ToolFailures.Unusable(
                        client.Tool, _uri, $"its next page is said to be at {link.Authority}, where the credentials do not belong", resource.Model);
                }

                guard.Next(link.AbsoluteUri);
                return link;
            default:
                return null;
        }
    }

    private Uri First(DateTimeOffset? since) => Ask(since, _paging.Kind switch
    {
        PagingKind.Page => Number(_paging.FirstPage),
        PagingKind.Offset => "0",
        _ => null,
    });

    private Uri Ask(DateTimeOffset? since, string? place)
    {
        var query = new Dictionary<string, string>();
        if (_paging.Kind != PagingKind.None && _paging.SizeParameter is { } size)
        {
            query[size] = Number(_paging.Size);
        }

        if (place is not null)
        {
            query[_paging.Parameter] = place;
        }

        if (since is { } instant && resource.ChangedSinceParameter is { } parameter)
        {
            query[parameter] = instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        }

        return client.At(resource.Path, query);
    }

    private JsonArray Records(JsonNode? json) => JsonPath.Find(json, resource.Records) as JsonArray ?? throw ToolFailures.Unusable(
        client.Tool,
        _uri,
        resource.Records.Length == 0 ? $"it should be a list of {resource.Model}" : $"it should have a list of {resource.Model} under {resource.Records}",
        resource.Model);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
