using CsCheck;
using IntegrationsDashboard.Web.Components.Integrations;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class ListSelectionTests
{
    private static readonly string[] Shown = [.. Enumerable.Range(0, 12).Select(number => $"i{number}")];

    // One click after the other, on a set of what is picked and the place of the last click.
    [Fact]
    public void Clicks_pick_let_go_and_take_along_what_lies_between() => Gen.Select(Gen.Int[0, 11], Gen.Bool).Array[1, 20].Sample(clicks =>
    {
        var selection = new ListSelection();
        var expected = new HashSet<string>();
        int? last = null;
        foreach (var (at, isRange) in clicks)
        {
            var picked = !expected.Contains(Shown[at]);
            var (from, to) = isRange && last is { } other ? (Math.Min(other, at), Math.Max(other, at)) : (at, at);
            for (var one = from; one <= to; one++)
            {
                _ = picked ? expected.Add(Shown[one]) : expected.Remove(Shown[one]);
            }

            selection.Toggle(Shown[at], Shown, isRange);
            last = at;
        }

        Assert.Equal(expected.Order(), selection.Ids.Order());
        Assert.All(Shown, id => Assert.Equal(expected.Contains(id), selection.Has(id)));
    });

    [Fact]
    public void All_of_a_page_are_picked_together_and_what_was_picked_elsewhere_stays()
    {
        var selection = new ListSelection();
        var told = 0;
        selection.Changed += () => told++;
        selection.Toggle("elsewhere", ["elsewhere"], isRange: false);

        selection.Toggle(Shown);
        Assert.Equal(["elsewhere", .. Shown], selection.Ids);
        selection.Toggle(Shown);
        Assert.Equal(["elsewhere"], selection.Ids);
        selection.Clear();
        Assert.Empty(selection.Ids);
        Assert.Equal(4, told);
    }
}
