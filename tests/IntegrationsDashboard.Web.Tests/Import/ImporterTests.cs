using IntegrationsDashboard.Web.Import;
using static IntegrationsDashboard.Web.Tests.Import.HistoryFile;

namespace IntegrationsDashboard.Web.Tests.Import;

/// <summary>Histories from files: what is taken, what is not, and going on after a break.</summary>
public sealed class ImporterTests : IDisposable
{
    private readonly TestDashboard _dashboard = new();
    private readonly ImportRun _run;

    public ImporterTests() => _run = new ImportRun(_dashboard);

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task A_history_leads_to_the_same_statuses_as_its_reports_would()
    {
        var path = Write(_dashboard, string.Join('\n', Lines(3)));
        Assert.Equal(new ImportResult(0, 3 * 91, 0), await _run.RunAsync(path));
        Assert.Empty(_run.Refused);
        Assert.Equal(0, await _run.MessagesAsync());
        Assert.False(File.Exists($"{path}.refused"));

        var api = _dashboard.Api();
        var status = (await api.GetAsync($"/v1/integrations/{IdOf(2)}/status")).Data;
        var created = await api.PostAsync(
            "/v1/integrations",
            """{"tool":"personio","category":"HRIS","end_user":{"organization_name":"Organisation 2"},"created_at":"2026-01-01T00:00:00Z"}""");
        var expected = created.Data.GetProperty("id").GetString()!;
        for (var day = 1; day <= 30; day++)
        {
            string[] states = ["SUCCEEDED", "FAILED", "SUCCEEDED", "AUTHENTICATION_FAILED", "PARTIALLY_FAILED"];
            await api.PutAsync(
                $"/v1/syncs/over-http-{day}",
                $$"""{"integration_id":"{{expected}}","state":"{{states[day * 2 % 5]}}","type":"DELTA","started_at":"2026-10-01T00:00:00Z","ended_at":"2026-10-{{day:D2}}T02:00:00Z"}""");
        }

        var reported = (await api.GetAsync($"/v1/integrations/{expected}/status")).Data;
        Assert.Equal(reported.GetProperty("status").GetString(), status.GetProperty("status").GetString());
        Assert.Equal(reported.GetProperty("since").GetString(), status.GetProperty("since").GetString());
        Assert.Equal(reported.GetProperty("qa_status").GetString(), status.GetProperty("qa_status").GetString());
    }

    [Fact]
    public async Task Bad_lines_are_kept_apart_with_their_numbers_and_the_rest_is_taken()
    {
        var path = Write(_dashboard, string.Join(
            '\n',
            Integration(1),
            "{",
            Sync("a", 1, "SUCCEEDED", 1),
            Sync("b", 1, "DONE", 2).Replace("\"sync_id\":\"b\"", "\"sync_id\":\"b c\"", StringComparison.Ordinal),
            Log("a", 1),
            Log("a", -1),
            "",
            Log("a", 2),
            Log("nowhere", 1),
            Log("nowhere", 2),
            Sync("c", 7, "FAILED", 1),
            Sync("a", 1, "FAILED", 1),
            Integration(2).Replace("personio\"", "lever\"", StringComparison.Ordinal),
            "[]",
            "{\"type\":\"event\"}",
            Sync("d", 1, "FAILED", 3)));
        Assert.Equal(new ImportResult(0, 16, 10), await _run.RunAsync(path));
        var expected = new[]
        {
            "line 2: is not valid JSON at line 1, byte 2",
            "line 4: sync_id: must be 1 to 100 letters, digits and characters out of . _ ~ : - (and not just . or ..) | state: is \"DONE\"; give one of RUNNING, SUCCEEDED, PARTIALLY_FAILED, FAILED, AUTHENTICATION_FAILED, TIMED_OUT, CANCELLED",
            "line 6: seq: must be a whole number from 0 to 2147483647",
            "line 9: sync_id: there is no sync \"nowhere\"; its line has to come before those of its log",
            "line 10: sync_id: there is no sync \"nowhere\"; its line has to come before those of its log",
            $"line 11: integration_id: there is no integration \"{IdOf(7)}\"; its line has to come before those of its syncs",
            "line 12: state: the sync \"a\" already ended at 2026-10-01T02:00:00Z in another way; the end of a sync is reported once and for all.",
            "line 13: id: must begin with the tool and a colon",
            "line 14: must be an object",
            "line 15: type: is \"event\"; give one of integration, sync, log",
        };
        Assert.Equal(expected, _run.Refused.Select(refusal => refusal.ToString()));
        Assert.Equal(expected, await File.ReadAllLinesAsync($"{path}.refused", TestContext.Current.CancellationToken));
        Assert.Equal("sync-failing", await _dashboard.Api().StatusAsync(IdOf(1)));
        var stored = await _run.StoredAsync();
        Assert.Contains("\na ", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("\nb", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task An_import_that_was_broken_off_goes_on_where_it_stopped(int batches)
    {
        var lines = Lines(2).Append("bad").Prepend("bad").ToArray();
        var path = Write(_dashboard, string.Join('\n', lines) + "\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run.RunAsync(path, batches: batches));
        var broken = await _run.StoredAsync();
        var result = await _run.RunAsync(path);
        Assert.Equal(new ImportResult(batches * 25, lines.Length, 2), result);
        Assert.Equal([1, lines.Length], _run.Refused.Select(refusal => refusal.Line));
        Assert.Equal(2, (await File.ReadAllLinesAsync($"{path}.refused", TestContext.Current.CancellationToken)).Length);

        using var other = new TestDashboard();
        var unbroken = new ImportRun(other);
        await unbroken.RunAsync(Write(other, string.Join('\n', lines) + "\n"));
        Assert.NotEqual(await unbroken.StoredAsync(), broken);
        Assert.Equal(await unbroken.StoredAsync(), await _run.StoredAsync());
    }

    [Fact]
    public async Task What_the_list_of_refused_lines_has_too_much_after_a_break_is_dropped()
    {
        var path = Write(_dashboard, string.Join('\n', Lines(1).Prepend("bad")) + "\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run.RunAsync(path, batches: 1));

        // As if the program had died after writing the list and before the transaction was through.
        await File.AppendAllTextAsync($"{path}.refused", "line 30: state: is wrong\nline 3", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await _run.RunAsync(path)).Refused);
        Assert.Equal(
            ["line 1: is not valid JSON at line 1, byte 1"],
            await File.ReadAllLinesAsync($"{path}.refused", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false, 182)]
    [InlineData(true, 0)]
    public async Task Importing_twice_changes_nothing(bool again, int resumedAfter)
    {
        var path = Write(_dashboard, string.Join('\n', Lines(2)) + "\n");
        await _run.RunAsync(path);
        var first = await _run.StoredAsync();
        Assert.Equal(new ImportResult(resumedAfter, 182, 0), await _run.RunAsync(path, again));
        Assert.Equal(first, await _run.StoredAsync());
    }

    [Fact]
    public async Task A_file_that_moved_and_grew_is_the_same_file()
    {
        var lines = Lines(2).ToArray();

        // The first file ends in the middle of a line.
        var whole = string.Join('\n', lines);
        var first = await _run.RunAsync(Write(_dashboard, whole[..whole.IndexOf("\"seq\":2", whole.Length / 2, StringComparison.Ordinal)]));
        Assert.Equal(1, first.Refused);
        var result = await _run.RunAsync(Write(_dashboard, whole, "moved.ndjson"));
        Assert.Equal(new ImportResult(first.Lines - 1, lines.Length, 0), result);

        using var other = new TestDashboard();
        var unbroken = new ImportRun(other);
        await unbroken.RunAsync(Write(other, whole));
        Assert.Equal(await unbroken.StoredAsync(), await _run.StoredAsync());
    }

    [Fact]
    public async Task Another_file_that_begins_alike_is_another_file()
    {
        await _run.RunAsync(Write(_dashboard, $"{Integration(1)}\n{Integration(2)}\n"));
        var result = await _run.RunAsync(Write(_dashboard, $"{Integration(1)}\n{Integration(3)}\n", "other.ndjson"));
        Assert.Equal(new ImportResult(0, 2, 0), result);
        Assert.Equal(200, (await _dashboard.Api().GetAsync($"/v1/integrations/{IdOf(3)}")).Status);
    }

    [Fact]
    public async Task Lines_may_end_as_on_any_system_and_begin_with_a_mark()
    {
        var path = Write(_dashboard, $"\uFEFF{Integration(1)}\r\n\r\n{Sync("a", 1, "SUCCEEDED", 1)}\r\n{Log("a", 1)}\r\n{Log("a", 2)}");
        Assert.Equal(new ImportResult(0, 5, 0), await _run.RunAsync(path));
        Assert.Contains("a Log", (await _run.StoredAsync()).Replace("LogEntry", "Log", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_line_is_refused_and_the_next_one_is_taken()
    {
        var huge = new string('x', (3 * LineReader.Most) + 5);
        var most = Integration(2)[..^1] + $",\"more\":\"{new string('x', LineReader.Most - Integration(2).Length - 10)}\"}}";
        Assert.Equal(LineReader.Most, most.Length);
        var path = Write(_dashboard, string.Join('\n', Integration(1), huge, most, $"{most} ", Integration(3)) + $"\n{huge}");
        Assert.Equal(new ImportResult(0, 6, 3), await _run.RunAsync(path));
        Assert.Equal(
            ["line 2: is longer than 1 MiB; split it", "line 4: is longer than 1 MiB; split it", "line 6: is longer than 1 MiB; split it"],
            _run.Refused.Select(refusal => refusal.ToString()));
        Assert.Equal(200, (await _dashboard.Api().GetAsync($"/v1/integrations/{IdOf(2)}")).Status);
        Assert.Equal(200, (await _dashboard.Api().GetAsync($"/v1/integrations/{IdOf(3)}")).Status);

        // The last one has no end yet: once it has, it is the same line 6.
        await File.AppendAllTextAsync(path, $"\n{Integration(4)}\n", TestContext.Current.CancellationToken);
        Assert.Equal(new ImportResult(5, 7, 3), await _run.RunAsync(path));
    }

    [Fact]
    public async Task An_empty_file_is_no_mistake() => Assert.Equal(new ImportResult(0, 0, 0), await _run.RunAsync(Write(_dashboard, "")));

    [Fact]
    public async Task A_deleted_integration_stays_deleted()
    {
        var path = Write(_dashboard, string.Join('\n', Lines(1)) + "\n");
        await _run.RunAsync(path);
        await _dashboard.Api().DeleteAsync($"/v1/integrations/{IdOf(1)}");
        Assert.Equal(new ImportResult(0, 91, 90), await _run.RunAsync(path, again: true));
        Assert.Equal(404, (await _dashboard.Api().GetAsync($"/v1/integrations/{IdOf(1)}")).Status);
    }
}
