using System.Globalization;
using CsCheck;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Tests.Api;

/// <summary>The list of integrations, read page by page, is what filtering and sorting them all by hand gives.</summary>
public sealed class IntegrationListTests(IntegrationListFixture fixture) : IClassFixture<IntegrationListFixture>
{
    private static readonly string[] Words = [.. StatusWords.ByAttention.Where(s => s != IntegrationStatus.Deleted).Select(s => s.Word())];

    private static readonly Gen<string[]> Statuses = Gen.Frequency(
        (1, Gen.Const(Array.Empty<string>())), (2, Gen.OneOf(Words).Array[1, 4].Select(words => words.Distinct().ToArray())));

    private static readonly Gen<string?> Categories = Gen.OneOf<string?>(null, null, "HRIS", "ats", "LMS");
    private static readonly Gen<string?> Tools = Gen.OneOf<string?>(null, null, null, "personio", "greenhouse", "none");
    private static readonly Gen<string?> Texts = Gen.OneOf<string?>(null, null, null, "ini", "INITECH", "100%", "zoë lab", "personio", "nobody");
    private static readonly Gen<string?> Sorts =
        Gen.OneOf<string?>(null, "attention", "-attention", "name", "-name", "last_sync", "-last_sync", "since", "-since");

    [Fact]
    public Task Every_page_size_filter_and_order_shows_everything_once_and_in_order() =>
        Gen.Select(Statuses, Categories, Tools, Texts, Sorts, Gen.Int[1, 25]).SampleAsync(
            async (statuses, category, tool, text, sort, size) =>
            {
                var path = $"/v1/integrations?page_size={size}{Parameter("status", statuses.Length == 0 ? null : string.Join(',', statuses))}"
                    + $"{Parameter("category", category)}{Parameter("tool", tool)}{Parameter("q", text)}{Parameter("sort", sort)}";
                var seen = new List<string>();
                string? cursor = null;
                do
                {
                    var data = (await fixture.Api.GetAsync($"{path}{Parameter("cursor", cursor)}")).Data;
                    var page = data.GetProperty("integrations").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).ToArray();
                    cursor = data.GetProperty("next").GetString();
                    Assert.True(cursor is null ? page.Length <= size : page.Length == size);
                    seen.AddRange(page);
                }
                while (cursor is not null);

                Assert.Equal(Expected(statuses, category, tool, text, sort), seen);
            },
            iter: 60,
            threads: 1);

    // What is compared above has something of everything; other environments and deleted ones are there and not shown.
    [Fact]
    public async Task The_list_holds_all_of_the_environment_and_nothing_deleted()
    {
        var all = (await fixture.Api.GetAsync("/v1/integrations?page_size=200")).Data.GetProperty("integrations").EnumerateArray().ToArray();

        Assert.Equal(fixture.Items.Select(item => item.Id).Order(), all.Select(item => item.GetProperty("id").GetString()).Order());
        Assert.Equal(Words.Order(), fixture.Items.Select(item => item.Status).Distinct().Order());
        Assert.NotEmpty(fixture.Hidden);
        Assert.All(all, item => Assert.Equal("PRODUCTION", item.GetProperty("environment").GetString()));
    }

    [Theory]
    [InlineData("color=red", "color: is no parameter of this call; there are: status, category, tool, q, sort, cursor, page_size")]
    [InlineData("status=broken", "status: is \"broken\"; give credentials-invalid, authentication-failing, sync-failing, quality-assurance, sync-has-warnings, setup, inactive, active")]
    [InlineData("status=active,deleted", "status: is \"deleted\"; give credentials-invalid, authentication-failing, sync-failing, quality-assurance, sync-has-warnings, setup, inactive, active")]
    [InlineData("status=", "status: is empty; give a text of 1 to 1000 characters or leave it out")]
    [InlineData("status=active&status=setup", "status: is given 2 times; give it once")]
    [InlineData("category=CRM", "category: is \"CRM\"; give one of HRIS, ATS, ASSESSMENT, LMS")]
    [InlineData("sort=age", "sort: is \"age\"; give attention, -attention, name, -name, last_sync, -last_sync, since, -since")]
    [InlineData("page_size=0", "page_size: is \"0\"; give a whole number from 1 to 200")]
    [InlineData("page_size=201", "page_size: is \"201\"; give a whole number from 1 to 200")]
    [InlineData("page_size=+5", "page_size: is \" 5\"; give a whole number from 1 to 200")]
    [InlineData("page_size=99999999999", "page_size: is \"99999999999\"; give a whole number from 1 to 200")]
    [InlineData("tool=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "tool: has 41 characters; give 1 to 40")]
    [InlineData("sort=x&page_size=y", "sort: is \"x\"; give attention, -attention, name, -name, last_sync, -last_sync, since, -since\npage_size: is \"y\"; give a whole number from 1 to 200")]
    public async Task A_wrong_parameter_is_refused_by_its_name_and_what_is_allowed(string query, string message) =>
        Assert.Equal(message, (await fixture.Api.GetAsync($"/v1/integrations?{query}")).Refusal);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("bmFtZSA")]
    [InlineData("YXR0ZW50aW9uIHgAYQ")] // "attention x", "a"
    [InlineData("!")]
    public async Task A_cursor_that_is_none_is_refused(string cursor) =>
        Assert.StartsWith("cursor: is none that this list gave", (await fixture.Api.GetAsync($"/v1/integrations?cursor={cursor}")).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var cursor = (await fixture.Api.GetAsync("/v1/integrations?sort=since&page_size=3")).Data.GetProperty("next").GetString();

        foreach (var sort in new[] { "-since", "last_sync", "name", "attention" })
        {
            var answer = await fixture.Api.GetAsync($"/v1/integrations?sort={sort}&page_size=3&cursor={cursor}");
            Assert.StartsWith("cursor: is none that this list gave in this order", answer.Refusal, StringComparison.Ordinal);
        }
    }

    private static string Parameter(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private List<string> Expected(string[] statuses, string? category, string? tool, string? text, string? sort)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant());
        var items = fixture.Items.Where(item =>
            (statuses.Length == 0 || statuses.Contains(item.Status))
            && (category is null || category.Equals(item.Category, StringComparison.OrdinalIgnoreCase))
            && (tool is null || tool == item.Tool)
            && words.All(word => $"{item.Organization} {item.Tool} {item.Id}".ToLowerInvariant().Contains(word, StringComparison.Ordinal)));
        var sorted = (sort ?? "attention").TrimStart('-') switch
        {
            "name" => items
                .OrderBy(item => item.Organization.ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal)
                .ThenBy(item => item.Tool, StringComparer.Ordinal)
                .ThenBy(item => item.Id, StringComparer.Ordinal),
            "last_sync" => items.OrderByDescending(item => item.LastSync).ThenByDescending(item => item.Id, StringComparer.Ordinal),
            "since" => items.OrderByDescending(item => item.Since).ThenByDescending(item => item.Id, StringComparer.Ordinal),
            _ => items
                .OrderBy(item => Array.IndexOf(Words, item.Status))
                .ThenByDescending(item => item.Since)
                .ThenBy(item => item.Id, StringComparer.Ordinal),
        };
        var ids = sorted.Select(item => item.Id).ToList();
        if (sort?.StartsWith('-') == true)
        {
            ids.Reverse();
        }

        return ids;
    }
}
