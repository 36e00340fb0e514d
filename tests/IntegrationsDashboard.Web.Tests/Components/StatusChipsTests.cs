using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class StatusChipsTests : ComponentTest
{
    private static readonly Dictionary<IntegrationStatus, int> Counts = new()
    {
        [IntegrationStatus.Active] = 1_200,
        [IntegrationStatus.SyncFailing] = 3,
    };

    [Fact]
    public void The_chips_stand_in_the_order_of_attention_with_their_counts()
    {
        var chips = Chips(new ListState());

        Assert.Equal(
            ["All 1,203", "Credentials Invalid 0", "Authentication Failing 0", "Sync Failing 3", "Quality Assurance 0",
                "Sync Has Warnings 0", "Setup 0", "Inactive 0", "Active 1,200", "Deleted 0"],
            chips.Select(chip => string.Join(' ', chip.QuerySelectorAll("span").Select(span => span.TextContent))));
        Assert.Equal("true", chips[0].GetAttribute("aria-current"));
    }

    [Fact]
    public void A_chip_adds_its_status_to_the_address_and_takes_it_out_again()
    {
        var state = new ListState { Filter = new IntegrationFilter { Statuses = [IntegrationStatus.SyncFailing], Text = "acme" } };
        var chips = Chips(state);

        Assert.Equal("/integrations?status=sync-failing,setup&q=acme", Chip(chips, "setup").GetAttribute("href"));
        Assert.Equal("/integrations?q=acme", Chip(chips, "sync-failing").GetAttribute("href"));
        Assert.Equal("true", Chip(chips, "sync-failing").GetAttribute("aria-current"));
    }

    private static AngleSharp.Dom.IElement Chip(IReadOnlyList<AngleSharp.Dom.IElement> chips, string status) =>
        chips.Single(chip => chip.GetAttribute("data-status") == status);

    private IReadOnlyList<AngleSharp.Dom.IElement> Chips(ListState state) =>
        Render<StatusChips>(p => p.Add(c => c.State, state).Add(c => c.Counts, Counts)).FindAll("a");
}
