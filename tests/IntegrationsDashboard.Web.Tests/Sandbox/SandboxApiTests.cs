using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Web.Sandbox;

namespace IntegrationsDashboard.Web.Tests.Sandbox;

public sealed class SandboxApiTests : IAsyncDisposable
{
    private const string Employees = "/sandbox/api/employees";

    private readonly TestDashboard _dashboard = new(("environment", "Development"), ("Demonstration:Enabled", "false"), ("Sandbox:Enabled", "true"));

    private SandboxAccount Account => _dashboard.Service<SandboxAccounts>()["birchwood"];

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Its_pages_hold_every_employee_once()
    {
        var pages = new[] { 1, 2, 3, 4 }.Select(page => ReadAsync($"{Employees}?page={page}&per_page=50"));
        var ids = (await Task.WhenAll(pages)).Select(page => page.Select(Id).ToList()).ToList();

        Assert.Equal([50, 50, 20, 0], ids.Select(page => page.Count));
        Assert.Equal(120, ids.SelectMany(page => page).Distinct().Count());
    }

    [Fact]
    public async Task It_tells_the_same_at_every_call_and_each_account_its_own()
    {
        var first = await ApiOf(Account.Token).GetAsync(Employees);
        var again = await ApiOf(Account.Token).GetAsync(Employees);
        var other = await ApiOf(_dashboard.Service<SandboxAccounts>()["calder"].Token).GetAsync(Employees);

        Assert.Equal(first.Text, again.Text);
        Assert.NotEqual(first.Text, other.Text);
    }

    [Fact]
    public async Task Asked_for_what_changed_it_tells_of_that_only()
    {
        var since = TestDashboard.Start - TimeSpan.FromHours(2);
        var changed = await ReadAsync($"{Employees}?changed_since={Uri.EscapeDataString(since.ToString("O", CultureInfo.InvariantCulture))}");
        var all = await ReadAsync(Employees + "?per_page=100");

        Assert.Equal(9, changed.Count);
        Assert.Equal(100, all.Count);
        _dashboard.Clock.Advance(TimeSpan.FromHours(30));
        var later = await ReadAsync($"{Employees}?per_page=100");
        Assert.All(all.Zip(later), pair => Assert.NotEqual(Hours(pair.First), Hours(pair.Second)));

        static int Hours(JsonElement employee) => employee.GetProperty("weekly_hours").GetInt32();
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=one")]
    [InlineData("per_page=101")]
    [InlineData("changed_since=yesterday")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string query) => Assert.Equal(400, (await GetAsync($"{Employees}?{query}")).Status);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("birchwood")]
    [InlineData("birchwood-token-0")]
    [InlineData("birchwood-token--1")]
    [InlineData("birchwood-token-99999999999999")]
    [InlineData("nobody-token-1")]
    public async Task Whoever_has_no_valid_token_stays_outside(string? token)
    {
        var answer = await ApiOf(token).GetAsync(Employees);

        Assert.Equal(401, answer.Status);
        Assert.StartsWith("Bearer", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_password_refuses_the_old_token_and_ends_with_the_first_use_of_the_new()
    {
        var old = Account.Token;
        Account.Break(SandboxFault.PasswordExpired);

        Assert.Equal(401, (await ApiOf(old).GetAsync(Employees)).Status);
        Assert.Equal(SandboxFault.PasswordExpired, Account.Fault);
        Assert.Equal(200, (await ApiOf(Account.Token).GetAsync(Employees)).Status);
        Assert.Equal(SandboxFault.None, Account.Fault);
        Assert.Equal(401, (await ApiOf(old).GetAsync(Employees)).Status);
    }

    [Fact]
    public async Task An_expiry_that_is_taken_back_leaves_the_token_before_valid()
    {
        var token = Account.Token;
        Account.Break(SandboxFault.PasswordExpired);

        Account.Break(SandboxFault.None);

        Assert.Equal(token, Account.Token);
        Assert.Equal(200, (await ApiOf(token).GetAsync(Employees)).Status);
    }

    [Fact]
    public async Task A_token_of_before_a_restart_stays_valid()
    {
        var told = 0;
        _dashboard.Service<SandboxAccounts>().Changed += () => told++;

        Assert.Equal(200, (await ApiOf("birchwood-token-7").GetAsync(Employees)).Status);

        Assert.Equal("birchwood-token-7", Account.Token);
        Assert.Equal(1, told);
        Assert.Equal(401, (await ApiOf("birchwood-token-1").GetAsync(Employees)).Status);
    }

    [Theory]
    [InlineData(SandboxFault.AbsencesForbidden, 200, 403)]
    [InlineData(SandboxFault.Down, 503, 503)]
    [InlineData(SandboxFault.None, 200, 200)]
    public async Task A_fault_answers_as_a_tool_with_that_fault_would(SandboxFault fault, int employees, int absences)
    {
        Account.Break(fault);

        Assert.Equal(employees, (await GetAsync(Employees)).Status);
        Assert.Equal(absences, (await GetAsync("/sandbox/api/absences")).Status);
    }

    [Theory]
    [InlineData(SandboxFault.OptionalFieldMissing, "phone", "email")]
    [InlineData(SandboxFault.RequiredFieldMissing, "email", "phone")]
    public async Task A_missing_field_is_missing_and_no_other(SandboxFault fault, string missing, string kept)
    {
        Account.Break(fault);

        Assert.All(await ReadAsync(Employees), employee =>
        {
            Assert.False(employee.TryGetProperty(missing, out _));
            Assert.True(employee.TryGetProperty(kept, out _));
        });
    }

    [Fact]
    public async Task A_malformed_answer_cannot_be_read()
    {
        Account.Break(SandboxFault.Malformed);

        var answer = await GetAsync(Employees);

        Assert.Equal(200, answer.Status);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(answer.Text));
    }

    [Fact]
    public async Task A_rate_limit_lets_one_request_through_a_second_and_says_how_long_to_wait()
    {
        Account.Break(SandboxFault.RateLimited);

        Assert.Equal(200, (await GetAsync(Employees)).Status);
        var refused = await GetAsync(Employees);
        Assert.Equal((429, "1"), (refused.Status, refused.Headers["Retry-After"]));
        _dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await GetAsync(Employees)).Status);
    }

    [Fact]
    public async Task A_slow_answer_comes_late_but_comes()
    {
        Account.Break(SandboxFault.Slow);
        var answer = GetAsync(Employees);

        // Until the program has asked for the delay there is nothing for the clock to end.
        var waited = TimeSpan.Zero;
        while (!answer.IsCompleted)
        {
            _dashboard.Clock.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            await Task.Yield();
        }

        Assert.Equal(200, (await answer).Status);
        Assert.True(waited >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task In_production_there_is_no_sandbox()
    {
        await using var production = new TestDashboard(("Sandbox:Enabled", "true"));

        using var browser = await production.SignInAsync();
        Assert.Equal(404, (await new ApiClient(browser, null).GetAsync(Employees)).Status);
        Assert.Equal(404, (await new ApiClient(browser, null).GetAsync("/sandbox")).Status);
    }

    private static string Id(JsonElement record) => record.GetProperty("id").GetString()!;

    private ApiClient ApiOf(string? token) => _dashboard.Api(token);

    private Task<ApiAnswer> GetAsync(string path) => ApiOf(Account.Token).GetAsync(path);

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(200, answer.Status);
        return [.. answer.Json.GetProperty("data").EnumerateArray()];
    }
}
