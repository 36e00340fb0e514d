using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Import;

/// <summary>What the import was asked for on the command line.</summary>
/// <param name="File">The file.</param>
/// <param name="Environment">Where it goes.</param>
/// <param name="Again">Whether to start over.</param>
internal sealed record ImportArguments(string File, EnvironmentKind Environment, bool Again)
{
    public const string Help =
        """
        Brings a history into the dashboard.

        Usage: import FILE.ndjson [--environment production|development] [--again]

          FILE.ndjson     One report a line, as over HTTP, with "type": "integration" (and its "id"), "sync" (with
                          "sync_id", and "sync_type" for FULL or DELTA) or "log" (with "sync_id").
          --environment   Where it goes; production unless said otherwise. The first workspace is meant.
          --again         Starts over instead of going on where an earlier import of the file stopped. Nothing is
                          recorded twice.

        Lines that cannot be taken are listed with their numbers and reasons, and all of them in FILE.ndjson.refused.
        Exit codes: 0 all lines were taken, 1 some were not or the file cannot be read, 2 wrong usage.
        """;

    /// <summary>Reads the arguments after "import"; null, with what is wrong, where they make no sense.</summary>
    public static ImportArguments? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        string? file = null;
        var environment = EnvironmentKind.Production;
        var again = false;
        problem = "";
        for (var index = 0; index < arguments.Count; index++)
        {
            switch (arguments[index])
            {
                case "--again":
                    again = true;
                    break;
                case "--environment" when index + 1 < arguments.Count && EnvironmentOf(arguments[index + 1]) is { } kind:
                    environment = kind;
                    index++;
                    break;
                case "--environment":
                    problem = "--environment takes production or development.";
                    return null;
                case var option when option.StartsWith('-'):
                    problem = $"There is no option {option}.";
                    return null;
                case var path when file is null:
                    file = path;
                    break;
                default:
                    problem = "One file at a time, please.";
                    return null;
            }
        }

        problem = file is null ? "Which file?" : "";
        return file is null ? null : new ImportArguments(file, environment, again);
    }

    private static EnvironmentKind? EnvironmentOf(string word) => word switch
    {
        "production" => EnvironmentKind.Production,
        "development" => EnvironmentKind.Development,
        _ => null,
    };
}
