using System.Text.RegularExpressions;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>An empty dashboard is taken over once, by whoever reads its console.</summary>
public sealed partial class FirstOperatorTests
{
    [Fact]
    public async Task The_printed_link_makes_the_first_operator_and_nobody_else()
    {
        await using var dashboard = new TestDashboard(
            ("Bootstrap:OperatorEmail", ""), ("Bootstrap:OperatorPassword", ""), ("Bootstrap:WorkspaceName", ""), ("Bootstrap:ApiKey", ""), ("Bootstrap:DevelopmentApiKey", ""));
        var log = new ConsoleLines();
        await using var printing = dashboard.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILogger<FirstStart>>(log)));
        using var browser = printing.CreateDefaultClient(new CookieJar());
        var link = Link().Match(await log.Line.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).Value;

        Assert.Contains("does not work any more", await browser.GetStringAsync("/account/first/made-up", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using (var made = await browser.SubmitAsync(link, "first", ("Name", "Ada"), ("Email", "ada@example.com"), ("Password", TestDashboard.Password)))
        {
            // There is no workspace to look at yet.
            Assert.EndsWith("/operators/workspaces", made.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("does not work any more", await browser.GetStringAsync(link, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var again = printing.CreateDefaultClient(new CookieJar());
        using var signedIn = await again.SubmitAsync("/account/sign-in", "sign-in", ("Email", "ada@example.com"), ("Password", TestDashboard.Password));
        Assert.EndsWith("/integrations", signedIn.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("/account/first/[A-Za-z0-9]+")]
    private static partial Regex Link();

    private sealed class ConsoleLines : ILogger<FirstStart>
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The line with the link; it is printed once the program listens.</summary>
        public Task<string> Line => _line.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Link().IsMatch(formatter(state, exception)))
            {
                _line.TrySetResult(formatter(state, exception));
            }
        }
    }
}
