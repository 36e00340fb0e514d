using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Crash;

/// <summary>
/// Reads the records of a file, slowly, and holds a lock on the integration that dies with the process: whoever syncs it beside
/// another is written down.
/// </summary>
/// <param name="folder">Where the files are.</param>
public sealed class SlowConnector(string folder) : IConnector
{
    public string Id => "slow";

    /// <summary>How many records there are at a time; their values tell the round.</summary>
    public const int Records = 700;

    public static string ViolationsIn(string folder) => Path.Combine(folder, "violations");

    public static string RoundIn(string folder) => Path.Combine(folder, "round");

    public ConnectorDescription Describe(ToolDefinition tool) => new(
        [new SignInMethod("bearer", "Token", [])], [new ModelDescription("users", "Users", ["round"], [])], false, "Address", "https://slow.example");

    public Task CheckAsync(ConnectorContext context, CancellationToken ct) => Task.CompletedTask;

    public async IAsyncEnumerable<SyncItem> SyncAsync(
        ConnectorContext context, SyncOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        using var alone = Lock(context.Address.Host);
        var round = int.Parse(await File.ReadAllTextAsync(RoundIn(folder), ct), CultureInfo.InvariantCulture);
        for (var number = round; number < round + Records; number++)
        {
            if (number % 100 == 0)
            {
                context.Journal.Add(LogEntryLevel.Info, $"Read up to {number}.", "users");
                await Task.Delay(20, ct);
            }

            yield return new RecordFound("users", $"u{number}", new JsonObject { ["round"] = round });
        }

        yield return new ModelRead("users");
    }

    private FileStream? Lock(string name)
    {
        try
        {
            return new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            File.AppendAllText(ViolationsIn(folder), $"{name}\n");
            return null;
        }
    }
}
