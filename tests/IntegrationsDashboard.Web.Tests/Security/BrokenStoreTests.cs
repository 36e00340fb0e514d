using System.Net;

namespace IntegrationsDashboard.Web.Tests.Security;

/// <summary>When the store breaks, people and programs are told so, and nothing of how the dashboard is made.</summary>
public sealed class BrokenStoreTests
{
    private static readonly string[] Internals = ["Exception", "Workspaces", "SQLite", "   at ", ".cs:line", "Microsoft."];

    [Fact]
    public async Task Nobody_is_told_internals()
    {
        await using var dashboard = new TestDashboard(("Logging:LogLevel:Default", "None"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "None"), ("Logging:LogLevel:Microsoft.AspNetCore", "None"));
        using var person = await dashboard.SignInAsync();
        var api = dashboard.Api();
        var id = await api.CreateAsync();
        await dashboard.BreakStoreAsync();

        foreach (var path in (string[])["/integrations", $"/integrations/{id}", "/account", $"/integrations/{id}/syncs/x/log.ndjson"])
        {
            using var answer = await person.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            WebDangersTests.AssertStrict(answer);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("This page could not be loaded", text, StringComparison.Ordinal);
            AssertNoInternals(text);
        }

        await dashboard.BreakStoreAsync("Integrations");
        var refused = await api.GetAsync("/v1/integrations");
        AssertNoInternals(refused.Failure(500, "PLATFORM.UNKNOWN_ERROR"));
        Assert.Contains("default-src 'none'", refused.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    private static void AssertNoInternals(string text) =>
        Assert.All(Internals, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
}
