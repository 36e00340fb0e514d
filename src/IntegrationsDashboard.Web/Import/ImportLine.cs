using System.Text.Json;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Import;

/// <summary>
/// Reads one line of a history. The fields are those of the reports over HTTP; what stands in the address there stands beside
/// them here. Since <c>type</c> says what a line is, how much a sync looks at is called <c>sync_type</c> (FULL where it is left out).
/// </summary>
internal static class ImportLine
{
    /// <exception cref="InvalidInputException">The line cannot be taken.</exception>
    public static ImportItem Parse(ReadOnlyMemory<byte> line, long number, DateTimeOffset now)
    {
        using var json = JsonInput.Parse(line);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw InvalidInputException.With("", "must be an object");
        }

        var problems = new InputProblems();
        var input = new InputReader(json.RootElement, problems, now);
        var item = Read(input, new ImportItem(number));
        problems.ThrowIfAny();
        return item;
    }

    private static ImportItem Read(InputReader input, ImportItem item)
    {
        switch (input.Line("type", 20, required: true))
        {
            case "integration":
                return item with { Integration = IntegrationInput.ReadWithId(input) };
            case "sync":
                return item with { Sync = SyncInput.Read(input, SyncInput.IdOf(input, "sync_id"), input.Word<SyncType>("sync_type") ?? SyncType.Full) };
            case "log":
                return item with { LogOf = SyncInput.IdOf(input, "sync_id"), Entry = LogEntryInput.Read(input) };
            case { } other:
                input.Problem("type", $"is \"{other}\"; give one of integration, sync, log");
                return item;
            default:
                return item;
        }
    }
}
