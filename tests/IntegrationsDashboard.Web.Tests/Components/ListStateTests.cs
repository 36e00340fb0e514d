using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;

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
        from customer in Pick("", "Acme & Söhne, GmbH", "a+b=c")
        from grouping in Gen.Enum<IntegrationGrouping>().Nullable()
        from columns in Gen.Enum<ListColumn>().Array[0, 9]
        from compact in Gen.Bool
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
                Customer = customer == "" ? null : customer,
            },
            Group = grouping,
            Columns = [.. columns.Distinct().Order()],
            IsCompact = compact,
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
            Assert.Equal(state.Columns, read.Columns);
            Assert.Equal((state.Group, state.IsCompact), (read.Group, read.IsCompact));
            Assert.Equal(state.Query, ListState.Parse($"?{state.Query}").Query);
        },
        iter: 2_000);

    [Fact]
    public void What_makes_no_sense_in_an_address_counts_as_not_given()
    {
        var state = ListState.Parse("?status=sync-failing,nonsense&q=+&category=zoo&tool=&customer=&environment=7&sort=sideways&group=9&columns=zoo&density=thick&after=%25%25%25&view=mine");

        Assert.Equal([IntegrationStatus.SyncFailing], state.Filter.Statuses);
        Assert.Equal((null, null, null), (state.Filter.Text, state.Filter.Category, state.Filter.Environment));
        Assert.Equal((IntegrationSort.Attention, (Cursor?)null), (state.Sort, state.After));
        Assert.Equal((null, null, false, false), (state.Group, state.Filter.Customer, state.IsCompact, state.SaysAll));
        Assert.Equal(ListColumns.Default, state.Columns);
    }

    [Fact]
    public void The_same_order_asked_again_is_turned_round_and_begins_at_the_first_page()
    {
        var state = new ListState { Sort = IntegrationSort.Since, After = new Cursor("1", "x") };

        Assert.Equal("/integrations?sort=-since", state.By(IntegrationSort.Since).Address);
        Assert.Equal("/integrations?sort=name", state.By(IntegrationSort.Name).Address);
    }

    [Fact]
    public void Only_the_plain_list_says_that_it_shows_all()
    {
        var plain = new ListState { SaysAll = true };

        Assert.Equal("/integrations?view=all", plain.Address);
        Assert.Equal("", plain.Query);
        Assert.Equal("/integrations?status=setup", plain.Toggle(IntegrationStatus.Setup).Address);
        Assert.Equal("/integrations?view=all", plain.Toggle(IntegrationStatus.Setup).Unfiltered.Address);
        Assert.Equal("/integrations", ListState.Parse("").Address);
    }

    [Fact]
    public void What_needs_attention_is_one_step_away_and_one_step_back()
    {
        var state = ListState.Parse("?tool=personio&group=customer&after=YQBi");
        var narrowed = state.AttentionToggled;

        Assert.True(narrowed.NeedsAttention);
        Assert.Equal(StatusWords.ByAttention.Take(6), narrowed.Filter.Statuses);
        Assert.Null(narrowed.After);
        Assert.Equal("/integrations?tool=personio&group=customer", narrowed.AttentionToggled.Address);
    }

    [Theory]
    [InlineData(IntegrationGrouping.Customer, "acme gmbh", "Acme GmbH", "customer=Acme%20GmbH")]
    [InlineData(IntegrationGrouping.Tool, "personio", "personio", "tool=personio")]
    [InlineData(IntegrationGrouping.Status, "sync-failing", "sync-failing", "status=sync-failing")]
    [InlineData(IntegrationGrouping.Environment, "development", "development", "environment=development")]
    public void A_group_is_a_list_of_its_own(IntegrationGrouping grouping, string key, string name, string query) =>
        Assert.Equal($"/integrations?{query}&density=compact", new ListState { IsCompact = true }.GroupedBy(grouping).Within(new IntegrationGroup(key, name, 3, 1)).Address);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static ListState Read(string address)
    {
        return ListState.Parse(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
    }
}
