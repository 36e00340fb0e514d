using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>What the keyboard can do.</summary>
public sealed class KeyboardJourneys(BrowserFixture fixture) : Journey(fixture)
{
    [Fact]
    public async Task The_palette_leads_to_an_integration_a_sync_and_a_page_by_a_few_letters()
    {
        var integration = await Reporter.ConnectAsync("Palette & Sons");
        var sync = await Reporter.SyncAsync(integration, "FAILED");
        var page = await OpenAsync("/account/notifications");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "An integration, the id of a sync, or a page" });

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("palette sons");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Palette & Sons.*Sync Failing") })).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal([], (await page.RunAxe()).Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"/integrations/{integration}$"));
        await Expect(field).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(sync);
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync(sync);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"/syncs/{sync}$"));

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("nobody has this name");
        await Expect(page.GetByText("Nothing is called that.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Single_keys_walk_the_list_and_can_be_switched_off()
    {
        var first = await Reporter.ConnectAsync("Key walk A");
        var second = await Reporter.ConnectAsync("Key walk B");
        var page = await OpenAsync("/integrations");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("key walk");
        await Expect(page).ToHaveURLAsync(new Regex("q=key%20walk"));
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        var sort = page.GetByRole(AriaRole.Link, new() { Name = "Integration", Exact = true });
        await sort.ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToHaveAttributeAsync("data-integration", first);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(Row(page, second).Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"/integrations/{second}$"));
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("i");
        await Expect(page).ToHaveURLAsync(new Regex("/integrations$"));

        await page.Keyboard.PressAsync("?");
        var overlay = page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(overlay).ToBeVisibleAsync();
        await overlay.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(overlay).ToBeHiddenAsync();
        await page.ReloadAsync();
        await BrowserFixture.LiveAsync(page);
        await page.Keyboard.PressAsync("?");
        await Expect(overlay).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.Locator("#palette")).ToBeVisibleAsync();
    }
}
