using IntegrationsDashboard.Web.Import;
using Spectre.Console;
using static IntegrationsDashboard.Web.Tests.Import.HistoryFile;

namespace IntegrationsDashboard.Web.Tests.Import;

/// <summary>The command line: arguments, exit codes, what is printed.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _dashboard.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private Task<int> RunAsync(params string[] arguments) => RunAsync(_dashboard, arguments);

    private Task<int> RunAsync(TestDashboard dashboard, params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(TextWriter.Null) });
        return new ImportCommand(dashboard.Services, () => Task.CompletedTask, console, _output, _errors)
            .RunAsync(arguments, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Which file?")]
    [InlineData("One file at a time, please.", "a", "b")]
    [InlineData("There is no option --fast.", "a", "--fast")]
    [InlineData("--environment takes production or development.", "a", "--environment")]
    [InlineData("--environment takes production or development.", "a", "--environment", "staging")]
    public async Task Wrong_usage_is_explained(string problem, params string[] arguments)
    {
        Assert.Equal(2, await RunAsync(arguments));
        Assert.StartsWith(problem, _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Usage: import FILE.ndjson", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_failure()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.StartsWith("Brings a history", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_ends_with_zero()
    {
        var path = Write(_dashboard, string.Join('\n', Lines(1)) + "\n");
        Assert.Equal(0, await RunAsync(path));
        Assert.Matches("^91 lines read in .* lines/s", _output.ToString());
        Assert.Contains("All lines were taken.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(path));
        Assert.Contains("91 lines had been imported before; --again would start over.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public async Task Refused_lines_are_told_up_to_fifty_and_end_with_one()
    {
        var path = Write(_dashboard, string.Join('\n', Enumerable.Repeat("bad", 60).Append(Integration(1))));
        Assert.Equal(1, await RunAsync(path, "--again"));
        var errors = _errors.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(51, errors.Length);
        Assert.Equal("line 1: is not valid JSON at line 1, byte 1", errors[0]);
        Assert.Equal($"… and 10 more. All are listed in {path}.refused", errors[^1]);
        Assert.Contains($"60 of 61 lines were refused, see {path}.refused", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(60, (await File.ReadAllLinesAsync($"{path}.refused", TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task The_environment_may_be_chosen()
    {
        var path = Write(_dashboard, Integration(1) + "\n");
        Assert.Equal(0, await RunAsync("--environment", "development", path));
        Assert.Equal(404, (await _dashboard.Api().GetAsync($"/v1/integrations/{IdOf(1)}")).Status);
        Assert.Equal(200, (await _dashboard.Api(TestDashboard.DevelopmentKey).GetAsync($"/v1/integrations/{IdOf(1)}")).Status);

        // The same file in the other environment is not "imported before", but its ids are taken.
        Assert.Equal(1, await RunAsync(path));
        Assert.Equal("line 1: id: this id is taken; leave it out to get a new one.", _errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_one()
    {
        Assert.Equal(1, await RunAsync("/nowhere/history.ndjson"));
        Assert.Equal("There is no file /nowhere/history.ndjson", _errors.ToString().TrimEnd());
    }

    [Fact]
    public async Task Without_a_workspace_it_is_told_how_to_get_one()
    {
        using var empty = new TestDashboard(("Bootstrap:WorkspaceName", ""), ("Bootstrap:ApiKey", ""), ("Bootstrap:DevelopmentApiKey", ""));
        Assert.Equal(1, await RunAsync(empty, Write(empty, Integration(1))));
        Assert.Contains("Bootstrap__ApiKey", _errors.ToString(), StringComparison.Ordinal);
    }
}
