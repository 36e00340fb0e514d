using System.Runtime.CompilerServices;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Reads one model after another; a model that may not be read is a warning, as long as another may.</summary>
internal static class ModelLoop
{
    public static async IAsyncEnumerable<SyncItem> ReadAsync(
        IReadOnlyList<string> models,
        Func<string, IAsyncEnumerable<SyncItem>> read,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var refusals = new List<ConnectorException>();
        foreach (var model in models)
        {
            await using var items = read(model).GetAsyncEnumerator(ct);
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (ConnectorException e) when (e.Kind == ConnectorFailure.Permission)
                {
                    refusals.Add(e);
                    break;
                }

                yield return items.Current;
            }
        }

        if (refusals.Count > 0 && refusals.Count == models.Count)
        {
            throw refusals[0];
        }

        foreach (var refusal in refusals)
        {
            yield return new WarningFound(refusal.Model!, refusal.Message);
        }
    }
}
