using System.Runtime.CompilerServices;

namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>Reads model after model: one that the credentials may not read is left out with a warning, unless none may be read.</summary>
internal static class ModelReader
{
    /// <exception cref="ConnectorException">No model may be read, or reading one failed.</exception>
    public static async IAsyncEnumerable<SyncItem> ReadAsync(
        IReadOnlyList<string> models, Func<string, IAsyncEnumerable<SyncItem>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        var refused = new List<ConnectorException>();
        foreach (var model in models)
        {
            await using var items = read(model).GetAsyncEnumerator(ct);
            while (true)
            {
                var moved = false;
                ConnectorException? refusal = null;
                try
                {
                    moved = await items.MoveNextAsync();
                }
                catch (ConnectorException exception) when (exception.Kind == ConnectorFailure.Permission)
                {
                    refusal = exception;
                }

                if (refusal is not null)
                {
                    refused.Add(refusal);
                    yield return new WarningFound(model, refusal.Message);
                    break;
                }

                if (!moved)
                {
                    yield return new ModelRead(model);
                    break;
                }

                yield return items.Current;
            }
        }

        if (refused.Count > 0 && refused.Count == models.Count)
        {
            throw refused[0];
        }
    }
}
