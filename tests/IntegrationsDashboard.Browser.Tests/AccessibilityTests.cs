using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

public sealed class AccessibilityTests(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task No_page_has_violations_or_scrolls_sideways_light_or_dark_wide_or_narrow()
    {
        var failing = await FirstAsync("sync-failing");
        var invalid = await FirstAsync("credentials-invalid");
        var qualityAssurance = await FirstAsync("quality-assurance");
        var deleted = await FirstAsync("deleted");
        var synced = await FirstAsync("active&tool=sandbox");
        var log = await LogAsync(failing);
        var comparison = await LinkAsync(failing, "a[href*='/compare?']");
        var webhook = await WebhookAsync();
        string[] paths =
        [
            "/overview", "/overview?environment=development&days=90", $"{failing}/syncs/compare", "/integrations", "/integrations?q=nothing-has-this-name", "/integrations?status=sync-failing,deleted&sort=name",
            failing, $"{failing}/settings", $"{failing}/support", log, log.Split('?')[0],
            invalid, $"{invalid}/settings", qualityAssurance, deleted, $"{deleted}/settings", "/nowhere",
            "/sandbox", synced, $"{synced}/settings", "/operators/quality-assurance", "/connections", "/integrations/new", "/connect/nothing",
            "/workspace/keys", "/workspace/webhooks", webhook, $"{webhook}?state=delivered", "/workspace/members", "/workspace/audit", "/operators/workspaces", "/account", "/account/notifications", "/unsubscribe/nothing", "/api",
        ];
        var problems = new ConcurrentQueue<string>();

        // Two at a time: while one is loaded the other is looked at.
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (path, _) =>
        {
            var page = await Fixture.OpenAsync(Fixture.Demonstration, path);
            await LookAtAsync(page, path, problems);
            await page.Context.CloseAsync();
        });

        Assert.True(problems.IsEmpty, string.Join('\n', problems));
    }

    [Fact]
    public async Task The_list_is_walked_and_an_integration_opened_with_the_keyboard_alone()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/integrations?status=sync-failing");
        var link = page.Locator("tbody tr a").First;
        var href = await link.GetAttributeAsync("href");
        for (var presses = 0; presses < 60 && !await link.EvaluateAsync<bool>("link => link === document.activeElement"); presses++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(link).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"{href}$"));
    }

    private const string HasColours =
        "dark => parseInt(getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-background').match(/\\d+/)) < 128 === dark";

    // Narrow is what remains of 1,280 pixels at four times their size (WCAG 2.2, 1.4.10). The size of targets axe checks only when asked.
    private static async Task LookAtAsync(IPage page, string path, ConcurrentQueue<string> problems)
    {
        var options = new AxeRunOptions { Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } } };
        foreach (var width in new[] { 1440, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                if (await page.Locator("html[data-plain]").CountAsync() > 0)
                {
                    await page.ReloadAsync();
                }

                await page.WaitForFunctionAsync(HasColours, scheme == ColorScheme.Dark);
                var result = await page.RunAxe(options);
                foreach (var violation in result.Violations)
                {
                    foreach (var node in violation.Nodes.Take(3))
                    {
                        problems.Enqueue($"{path} {width} {scheme}: {violation.Id}: {violation.Help} {node.Html}");
                    }
                }
            }

            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
            {
                problems.Enqueue($"{path} {width}: wider than the window");
            }
        }
    }

    private async Task<string> FirstAsync(string status)
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, $"/integrations?status={status}");
        var href = await page.Locator("tbody tr a").First.GetAttributeAsync("href");
        await page.Context.CloseAsync();
        return href!;
    }

    // One that nothing gets through to, with an attempt that says so.
    private async Task<string> WebhookAsync()
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, "/workspace/webhooks");
        await page.GetByRole(AriaRole.Button, new() { Name = "New webhook" }).ClickAsync();
        await page.Locator(".webhook-form input[type=url]").FillAsync("http://127.0.0.1:9/hooks");
        await page.Locator(".webhook-form button[type=submit]").ClickAsync();
        await page.Locator(".new-secret").WaitForAsync();
        var href = await page.Locator(".webhook a.link").First.GetAttributeAsync("href");
        await page.GotoAsync(href!);
        await page.Locator("html[data-live]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.Locator(".send-test").ClickAsync();
        await Expect(page.Locator(".delivery .outcome")).ToContainTextAsync("No answer");
        await page.Context.CloseAsync();
        return href!;
    }

    private Task<string> LogAsync(string integration) => LinkAsync(integration, "[data-step='OpenLog']");

    private async Task<string> LinkAsync(string integration, string link)
    {
        var page = await Fixture.OpenAsync(Fixture.Demonstration, integration);
        var href = await page.Locator(link).First.GetAttributeAsync("href");
        await page.Context.CloseAsync();
        return href!;
    }
}
