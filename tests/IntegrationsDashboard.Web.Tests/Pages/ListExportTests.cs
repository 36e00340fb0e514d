using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Tests.Pages;

/// <summary>A file of the list holds just what the list shows, on all its pages.</summary>
public sealed class ListExportTests : IDisposable
{
    // What a spreadsheet would run, what parts fields and lines, and what is no ASCII.
    private static readonly string[] Organizations =
        ["=HYPERLINK(\"http://evil.example\")", "+49 40", "-1", "@sum", "Zoë's \"Labs\", Inc.", "two\nlines", "two\r\nlines;", "Ärzte 100%", "😀", "'quoted"];

    private readonly TestDashboard _dashboard = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _dashboard.Dispose();

    [Fact]
    public async Task The_csv_reads_back_as_the_rows_of_the_list()
    {
        await FillAsync(1_150);
        using var browser = await _dashboard.SignInAsync();

        using var answer = await browser.GetAsync("/integrations/export.csv?sort=name", Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("integrations-2026-11-24.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var records = Csv(Encoding.UTF8.GetString(bytes[3..]));
        var columns = records[0];
        Assert.All(columns, name => Assert.Matches("^[a-z_]+$", name));
        Assert.All(records, record => Assert.Equal(columns.Count, record.Count));
        var expected = await ExpectedAsync(IntegrationSort.Name);
        Assert.Equal(1_150, expected.Count);
        Assert.Equal(
            expected.Select(item => (item.Id, Harmless(item.EndUser.OrganizationName), item.Evaluation.Status.Word(), Instant(item.Evaluation.Since))),
            records.Skip(1).Select(record => (Of(record, "id"), Of(record, "organization_name"), Of(record, "status"), Of(record, "since"))));

        string Of(List<string> record, string column) => record[columns.IndexOf(column)];
    }

    [Fact]
    public async Task Each_line_of_the_ndjson_is_a_row_of_the_list_as_it_is()
    {
        await FillAsync(30);
        using var browser = await _dashboard.SignInAsync();

        var text = await browser.GetStringAsync("/integrations/export.ndjson?status=sync-failing,active&sort=-since", Cancel);

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var expected = (await ExpectedAsync(IntegrationSort.Since, descending: true))
            .Where(item => item.Evaluation.Status is IntegrationStatus.SyncFailing or IntegrationStatus.Active);
        Assert.Equal(
            expected.Select(item => (item.Id, item.EndUser.OrganizationName, Instant(item.CreatedAt))),
            lines.Select(line => (Text(line, "id"), Text(line, "organization_name"), Text(line, "created_at"))));
        Assert.Contains(lines, line => line.GetProperty("last_sync_ended_at").ValueKind == JsonValueKind.Null);
        Assert.Contains(lines, line => line.GetProperty("last_sync_state").ValueEquals("FAILED"));
        Assert.All(lines, line => Assert.EndsWith($"/integrations/{Text(line, "id")}", Text(line, "url"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_of_the_list_is_one_of_the_file_and_an_empty_list_is_an_empty_file()
    {
        await FillAsync(20);
        using var browser = await _dashboard.SignInAsync();

        Assert.Equal(3, Csv(await browser.GetStringAsync("/integrations/export.csv?customer=" + Uri.EscapeDataString("ärzte 100%"), Cancel)).Count);
        Assert.Single(Csv(await browser.GetStringAsync("/integrations/export.csv?q=nobody", Cancel)));
        Assert.Equal("", await browser.GetStringAsync("/integrations/export.ndjson?q=nobody", Cancel));
    }

    [Fact]
    public async Task What_is_picked_comes_in_the_order_in_which_it_was_picked_and_of_other_workspaces_nothing()
    {
        var ids = await FillAsync(5);
        var foreign = await _dashboard.CreateWorkspaceAsync("Zebra");
        await _dashboard.JoinAsync(foreign, "eve@example.com", Role.Admin);
        using var browser = await _dashboard.SignInAsync();
        using var stranger = await _dashboard.SignInAsync("eve@example.com");
        string[] picked = [ids[3], ids[0], "personio:000000000000000000000000", ids[4]];

        Assert.Equal([ids[3], ids[0], ids[4]], await PickedAsync(browser, picked));
        Assert.Empty(await PickedAsync(stranger, picked));
        Assert.Empty(await PickedAsync(browser, []));
    }

    private static string Harmless(string text) => text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    // RFC 4180, read character by character.
    private static List<List<string>> Csv(string text)
    {
        text = text.TrimStart('\uFEFF');
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append(text[at++]);
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (text[at] == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else if (quoted || text[at] != '\r')
            {
                field.Append(text[at]);
            }
        }

        Assert.False(quoted);
        Assert.Empty(record);
        return records;
    }

    private static async Task<IEnumerable<string>> PickedAsync(HttpClient browser, string[] ids)
    {
        // Any form of a page has the token that proves that a page sent it.
        using var page = await browser.GetAsync("/integrations", Cancel);
        var token = System.Text.RegularExpressions.Regex.Match(
            await page.Content.ReadAsStringAsync(Cancel), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("ids", string.Join(',', ids))]);
        using var answer = await browser.PostAsync("/integrations/export.ndjson", content, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Cancel))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
    }

    private async Task<List<IntegrationView>> ExpectedAsync(IntegrationSort sort, bool descending = false) =>
        [.. (await _dashboard.Service<IntegrationQueries>().ListAsync(await ScopeAsync(), new IntegrationFilter(), sort, descending, size: 10_000, ct: Cancel)).Items];

    private async Task<WorkspaceScope> ScopeAsync() => (await _dashboard.ScopeAsync()) with { EnvironmentId = null };

    private async Task<List<string>> FillAsync(int many)
    {
        var scope = await _dashboard.ScopeAsync();
        return await _dashboard.Service<Ledger>().WriteAsync(
            async session =>
            {
                var ids = new List<string>();
                for (var number = 0; number < many; number++)
                {
                    var integration = await session.CreateIntegrationAsync(
                        scope,
                        new NewIntegration
                        {
                            Tool = number % 3 == 0 ? "bamboohr" : "personio",
                            Category = Category.Hris,
                            EndUser = new EndUser { OrganizationName = Organizations[number % Organizations.Length], OriginId = number % 2 == 0 ? "=1+1" : null },
                            CreatedAt = TestDashboard.Start.AddDays(-1 - (number % 7)),
                        },
                        Cancel);
                    ids.Add(integration.Id);
                    foreach (var state in number % 4 == 0 ? [] : number % 4 == 1 ? [SyncState.Succeeded] : (SyncState[])[SyncState.Succeeded, SyncState.Failed])
                    {
                        var endedAt = TestDashboard.Start.AddHours(state == SyncState.Failed ? -1 : -2);
                        await session.RecordSyncAsync(
                            scope,
                            new SyncReport { SyncId = $"{number}-{state}", IntegrationId = integration.Id, State = state, StartedAt = endedAt.AddMinutes(-1), EndedAt = endedAt },
                            Cancel);
                    }
                }

                return ids;
            },
            ct: Cancel);
    }
}
