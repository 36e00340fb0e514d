using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace IntegrationsDashboard.Web.Import;

/// <summary>The command <c>import</c>: arguments in, an exit code out, and between them a progress bar.</summary>
/// <param name="services">The program's parts; nothing of it has to run.</param>
/// <param name="prepare">Brings the store up to date.</param>
/// <param name="console">Where progress is shown.</param>
/// <param name="output">Where results go.</param>
/// <param name="errors">Where refused lines and failures go.</param>
internal sealed class ImportCommand(IServiceProvider services, Func<Task> prepare, IAnsiConsole console, TextWriter output, TextWriter errors)
{
    private const int ShownRefusals = 50;
    private const string NoWorkspace =
        """
        There is no workspace yet that the history could go to. Create the first one by starting the dashboard once with
        Bootstrap__WorkspaceName and Bootstrap__ApiKey set, in the environment or in appsettings.json.
        """;

    /// <summary>Runs the command with the arguments after "import" and returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (arguments.Contains("--help") || arguments.Contains("-h"))
        {
            await output.WriteLineAsync(ImportArguments.Help);
            return 0;
        }

        if (ImportArguments.Parse(arguments, out var problem) is not { } wanted)
        {
            await errors.WriteLineAsync($"{problem}\n\n{ImportArguments.Help}");
            return 2;
        }

        if (!File.Exists(wanted.File))
        {
            await errors.WriteLineAsync($"There is no file {wanted.File}");
            return 1;
        }

        try
        {
            await prepare();
            var workspace = await services.GetRequiredService<WorkspaceQueries>().FirstAsync(ct);
            if (workspace is null)
            {
                await errors.WriteLineAsync(NoWorkspace);
                return 1;
            }

            var environment = workspace.Environments.Single(e => e.Kind == wanted.Environment);
            return await RunAsync(wanted, new WorkspaceScope(workspace.Id, environment.Id), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped. What was written stays; the same command goes on from there.");
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            await errors.WriteLineAsync($"{exception.Message} What was written stays; the same command goes on from there.");
            return 1;
        }
    }

    private async Task<int> RunAsync(ImportArguments wanted, WorkspaceScope scope, CancellationToken ct)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var importer = new Importer(services.GetRequiredService<Ledger>(), services.GetRequiredService<ImportQueries>(), time);
        var shown = new List<ImportRefusal>();
        var refusedNow = 0L;
        var began = time.GetTimestamp();
        ImportResult? result = null;
        try
        {
            await console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async progress =>
                {
                    var task = progress.AddTask("Importing", maxValue: Math.Max(1, new FileInfo(wanted.File).Length));
                    result = await importer.RunAsync(wanted.File, scope, wanted.Again, Refused, Written, ct);
                    task.Value = task.MaxValue;

                    void Written(ImportState state)
                    {
                        task.Value = state.Bytes;
                        task.Description = string.Create(CultureInfo.InvariantCulture, $"{state.Lines:N0} lines, {state.Refused:N0} refused");
                    }
                });
        }
        finally
        {
            await TellRefusedAsync(shown, refusedNow, wanted.File);
        }

        await TellResultAsync(result!, time.GetElapsedTime(began), wanted.File);
        return result!.Refused == 0 ? 0 : 1;

        void Refused(ImportRefusal refusal)
        {
            refusedNow++;
            if (shown.Count < ShownRefusals)
            {
                shown.Add(refusal);
            }
        }
    }

    private async Task TellRefusedAsync(List<ImportRefusal> shown, long count, string file)
    {
        foreach (var refusal in shown)
        {
            await errors.WriteLineAsync(refusal.ToString());
        }

        if (count > shown.Count)
        {
            await errors.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"… and {count - shown.Count:N0} more. All are listed in {file}.refused"));
        }
    }

    private async Task TellResultAsync(ImportResult result, TimeSpan elapsed, string file)
    {
        var lines = result.Lines - result.ResumedAfter;
        var rate = lines / Math.Max(elapsed.TotalSeconds, 0.001);
        if (result.ResumedAfter > 0)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{result.ResumedAfter:N0} lines had been imported before; --again would start over."));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{lines:N0} lines read in {elapsed.TotalSeconds:N1} s ({rate:N0} lines/s)."));
        await output.WriteLineAsync(
            result.Refused == 0
                ? "All lines were taken."
                : string.Create(CultureInfo.InvariantCulture, $"{result.Refused:N0} of {result.Lines:N0} lines were refused, see {file}.refused"));
    }
}
