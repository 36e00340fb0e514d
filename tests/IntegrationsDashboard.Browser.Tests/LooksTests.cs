using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>The badges, the list and an integration look as they did when somebody last looked at them.</summary>
public sealed class LooksTests(BrowserFixture fixture) : Journey(fixture)
{
    // What is different each day is blotted out: times, and what is said of them.
    private const string Still =
        """
        * { font-family: "Liberation Sans" !important; animation: none !important; transition: none !important; caret-color: transparent !important; }
        .looks-blot { display: inline-block !important; width: 88px !important; height: 12px !important; overflow: hidden !important; color: transparent !important; background: var(--line) !important; white-space: nowrap !important; }
        .looks-blot * { visibility: hidden !important; }
        .uptime .share, .uptime .days, .uptime .ends { visibility: hidden !important; }
        .looks-badges { position: fixed; inset: 0 auto auto 0; z-index: 100; display: grid; gap: 8px; justify-items: start; padding: 16px; background: var(--surface); }
        """;

    private const string Blot =
        """
        () => document.querySelectorAll("time, td.why span, .panel .mono, .meta .mono, .reason, blockquote, .timeline .cause, td.number, svg text")
            .forEach(element => element.classList.add("looks-blot"))
        """;

    private const string Badges =
        """
        statuses => {
            const set = document.createElement("div");
            set.className = "looks-badges";
            set.append(...statuses.map(status => document.querySelector(`tbody .status-badge[data-status=${status}]`).cloneNode(true)));
            document.body.append(set);
        }
        """;

    [Fact]
    public async Task The_badges_the_list_and_an_integration_look_as_they_did()
    {
        // On a dashboard of its own: others change what they look at.
        await using var dashboard = await Dashboard.StartAsync(demonstration: true);
        var page = await Fixture.OpenAsync(dashboard, "/integrations");
        await Looks.AssertSameBrowserAsync(page);
        var failing = await page.Locator("tbody tr:has(.status-badge[data-status='sync-failing']) a").First.GetAttributeAsync("href");
        var problems = new List<string?>();
        foreach (var (name, path) in new[] { ("list", "/integrations"), ("detail", failing!) })
        {
            foreach (var width in new[] { 1440, 768, 360 })
            {
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                    await page.GotoAsync(path);
                    await BrowserFixture.LiveAsync(page);
                    await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = Still });
                    await page.EvaluateAsync(Blot);
                    var look = $"{width}-{scheme}".ToLowerInvariant();
                    problems.Add(await Looks.CompareAsync(page, $"{name}-{look}", await page.ScreenshotAsync()));
                    if (name == "list" && width == 1440)
                    {
                        await page.EvaluateAsync(Badges, Status.StatusWords.ByAttention.Select(Status.StatusWords.Word).ToArray());
                        problems.Add(await Looks.CompareAsync(page, $"badges-{look}", await page.Locator(".looks-badges").ScreenshotAsync()));
                    }
                }
            }
        }

        Assert.Equal([], problems.OfType<string>());
    }
}
