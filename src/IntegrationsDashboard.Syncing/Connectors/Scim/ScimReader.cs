using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors.Http;

namespace IntegrationsDashboard.Syncing.Connectors.Scim;

/// <summary>Reads one model page by page.</summary>
internal sealed class ScimReader(ToolClient client, ISyncJournal journal, ScimSupport support, ScimModel model)
{
    /// <summary>Reads all of it, or what changed where the provider can tell.</summary>
    public async IAsyncEnumerable<SyncItem> ReadAsync(DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var guard = new PageGuard(client.Tool, client.At(model.Path), model.Id);
        var warnings = new ModelWarnings(model.Id);
        var isWhole = true;
        var filter = support.Filter ? FilterFor(since) : null;
        var (page, filtered) = await FirstAsync(filter, ct);
        if (since is not null && !filtered)
        {
            journal.Add(LogEntryLevel.Info, $"{client.Tool.Label} does not filter {model.Id} by their last change, so all of them are read.", model.Id);
        }

        for (var read = 0; ;)
        {
            foreach (var node in page.Resources)
            {
                var (record, complaint) = model.Map(client.Tool, node);
                isWhole &= record is not null;
                if (complaint is not null && warnings.Add(complaint) is { } warning)
                {
                    yield return warning;
                }

                if (record is not null)
                {
                    yield return record;
                }
            }

            read += page.Resources.Count;
            if (support.Cursor)
            {
                if (page.NextCursor is not { } cursor)
                {
                    break;
                }

                guard.Next(cursor);
                page = await PageAsync(filtered ? filter : null, cursor, read, ct);
                continue;
            }

            guard.Page(page.Resources);
            if (page.Resources.Count == 0 || read >= (page.Total ?? int.MaxValue))
            {
                if (read < page.Total)
                {
                    isWhole = false;
                    yield return new WarningFound(model.Id, string.Create(
                        CultureInfo.InvariantCulture, $"{client.Tool.Label} says that it has {page.Total} {model.Id}, and gave {read}."));
                }

                break;
            }

            page = await PageAsync(filtered ? filter : null, null, read, ct);
        }

        if (warnings.Rest() is { } rest)
        {
            yield return rest;
        }

        // A record that could not be read is not gone.
        if (isWhole)
        {
            yield return new ModelRead(model.Id);
        }
    }

    private static string? FilterFor(DateTimeOffset? since) => since is { } instant
        ? string.Create(CultureInfo.InvariantCulture, $"meta.lastModified gt \"{instant.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\"")
        : null;

    private async Task<(ScimPage Page, bool IsFiltered)> FirstAsync(string? filter, CancellationToken ct)
    {
        if (filter is not null)
        {
            var answer = await client.GetAsync(At(filter, "", 0), model.Id, ct);

            // What a provider says that cannot filter, or not by this: invalidFilter (400), or that it is not implemented (501).
            if (answer.Status is not (400 or 501))
            {
                return (ScimPage.Of(answer), true);
            }
        }

        return (await PageAsync(null, "", 0, ct), false);
    }

    private async Task<ScimPage> PageAsync(string? filter, string? cursor, int read, CancellationToken ct) =>
        ScimPage.Of(await client.GetAsync(At(filter, cursor, read), model.Id, ct));

    private Uri At(string? filter, string? cursor, int read)
    {
        List<KeyValuePair<string, string>> query = [];
        if (filter is not null)
        {
            query.Add(new("filter", filter));
        }

        // The first page by cursor is the one with an empty cursor.
        query.Add(support.Cursor ? new("cursor", cursor ?? "") : new("startIndex", (read + 1).ToString(CultureInfo.InvariantCulture)));
        query.Add(new("count", support.PageSize.ToString(CultureInfo.InvariantCulture)));
        return client.At(model.Path, query);
    }
}
