using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationsDashboard.Web.Tests.Components;

public sealed class ListStateTests
{
    private static readonly Gen<ListState> States =
        from statuses in Gen.Enum<IntegrationStatus>().Array[0, 4]
        from text in Gen.OneOf(Gen.Const(""), Gen.String[Gen.Char.AlphaNumeric, 1, 8], Pick("100 %", "a&b=c", "ü, +x", "#1?"))
        from category in Gen.Enum<Category>().Nullable()
        from tool in Pick("", "personio", "sage-hr")
        from environment in Gen.Enum<EnvironmentKind>().Nullable()
        from sort in Gen.Enum<IntegrationSort>()
        from turned in Gen.Bool
        from after in Pick<Cursor?>(null, new Cursor("123", "personio:abc"), new Cursor("ümläut\u0001x", "y"))
        select new ListState
        {
            Filter = new IntegrationFilter
            {
                Statuses = [.. statuses.Distinct()],
                Text = string.IsNullOrWhiteSpace(text) ? null : text,
                Category = category,
                Tool = tool == "" ? null : tool,
                Environment = environment,
            },
            Sort = sort,
            Descending = turned,
            After = after,
        };

    [Fact]
    public void An_address_shows_what_its_sender_saw() => States.Sample(
        state =>
        {
            var read = Read(state.Address);
            Assert.Equal(state.Address, read.Address);
            Assert.Equal(state.Filter.Statuses.Order(), read.Filter.Statuses.Order());
            Assert.Equal(state.Filter with { Statuses = [] }, read.Filter with { Statuses = [] });
            Assert.Equal((state.Sort, state.Descending, state.After), (read.Sort, read.Descending, read.After));
        },
        iter: 2_000);

    [Fact]
    public void What_makes_no_sense_in_an_address_counts_as_not_given()
    {
        var state = ListState.Parse("sync-failing,nonsense", " ", "zoo", "", "7", "sideways", "%%%", null);

        Assert.Equal([IntegrationStatus.SyncFailing], state.Filter.Statuses);
        Assert.Equal((null, null, null), (state.Filter.Text, state.Filter.Category, state.Filter.Environment));
        Assert.Equal((IntegrationSort.Attention, (Cursor?)null), (state.Sort, state.After));
    }

    [Fact]
    public void The_same_order_asked_again_is_turned_round_and_begins_at_the_first_page()
    {
        var state = new ListState { Sort = IntegrationSort.Since, After = new Cursor("1", "x") };

        Assert.Equal("/integrations?sort=-since", state.By(IntegrationSort.Since).Address);
        Assert.Equal("/integrations?sort=name", state.By(IntegrationSort.Name).Address);
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static ListState Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
        return ListState.Parse(
            Of("status"), Of("q"), Of("category"), Of("tool"), Of("environment"), Of("sort"), Of("after"), Of("before"));
    }
}
