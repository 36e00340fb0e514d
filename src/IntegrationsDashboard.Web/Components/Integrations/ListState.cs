using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>What the list shows, exactly as its address says it: a link shows what its sender saw.</summary>
public sealed record ListState
{
    private const string All = "all";

    /// <summary>Which integrations.</summary>
    public IntegrationFilter Filter { get; init; } = new();

    /// <summary>In which order.</summary>
    public IntegrationSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>What they are grouped by; null where they are not.</summary>
    public IntegrationGrouping? Group { get; init; }

    /// <summary>Which columns are shown.</summary>
    public IReadOnlyList<ListColumn> Columns { get; init; } = ListColumns.Default;

    /// <summary>Whether rows are one line high.</summary>
    public bool IsCompact { get; init; }

    /// <summary>The row after which the page begins.</summary>
    public Cursor? After { get; init; }

    /// <summary>The row before which the page ends.</summary>
    public Cursor? Before { get; init; }

    /// <summary>Whether the address says so where it shows the plain list: without a word, a person's default view takes its place.</summary>
    public bool SaysAll { get; init; }

    /// <summary>Whether not all integrations are shown.</summary>
    public bool IsFiltered =>
        Filter.Statuses.Count > 0 || Filter.Category is not null || Filter.Tool is not null || Filter.Environment is not null
        || Filter.Customer is not null || !string.IsNullOrWhiteSpace(Filter.Text);

    /// <summary>The words of the filter alone: what is the same for all pages, orders and looks of a list.</summary>
    public string Unpaged => new ListState { Filter = Filter }.Query;

    /// <summary>Whether just what needs a person is shown, of all else that the filter lets through.</summary>
    public bool NeedsAttention => Filter.Statuses.Count > 0 && Filter.Statuses.ToHashSet().SetEquals(StatusWords.NeedingAttention);

    /// <summary>The same list with nothing filtered out.</summary>
    public ListState Unfiltered => With(new IntegrationFilter());

    /// <summary>The same list of just what needs a person, or of all where it was that.</summary>
    public ListState AttentionToggled => With(Filter with { Statuses = NeedsAttention ? [] : StatusWords.NeedingAttention });

    /// <summary>Reads the query of an address; what makes no sense counts as not given.</summary>
    public static ListState Parse(string? query)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        return Parse(name => parameters.TryGetValue(name, out var values) ? values.ToString() : null);
    }

    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static ListState Parse(Func<string, string?> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var sort = parameter("sort");
        return new ListState
        {
            Filter = new IntegrationFilter
            {
                Statuses = [.. (parameter("status") ?? "").Split(',').Select(StatusWords.Parse).OfType<IntegrationStatus>().Distinct()],
                Text = parameter("q") is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
                Category = Enum.TryParse<Category>(parameter("category"), true, out var known) && Enum.IsDefined(known) ? known : null,
                Tool = parameter("tool") is { Length: > 0 } tool ? tool : null,
                Customer = parameter("customer") is { Length: > 0 } customer ? customer : null,
                Environment = Enum.TryParse<EnvironmentKind>(parameter("environment"), true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            },
            Sort = sort?.TrimStart('-') switch
            {
                "name" => IntegrationSort.Name,
                "last_sync" => IntegrationSort.LastSync,
                "since" => IntegrationSort.Since,
                _ => IntegrationSort.Attention,
            },
            Descending = sort?.StartsWith('-') == true,
            Group = Enum.TryParse<IntegrationGrouping>(parameter("group"), true, out var group) && Enum.IsDefined(group) ? group : null,
            Columns = ListColumns.Parse(parameter("columns")),
            IsCompact = parameter("density") == "compact",
            After = Cursor.Parse(parameter("after")),
            Before = Cursor.Parse(parameter("before")),
            SaysAll = parameter("view") == All,
        };
    }

    /// <summary>The first page of the same list under another filter.</summary>
    public ListState With(IntegrationFilter filter) => this with { Filter = filter, After = null, Before = null };

    /// <summary>The first page with the status added to the filter, or taken out where it was there.</summary>
    public ListState Toggle(IntegrationStatus status) => With(Filter with
    {
        Statuses = Filter.Statuses.Contains(status) ? [.. Filter.Statuses.Where(s => s != status)] : [.. Filter.Statuses, status],
    });

    /// <summary>The same page with a column more, or less where it was there.</summary>
    public ListState Toggle(ListColumn column) => this with
    {
        Columns = [.. Enum.GetValues<ListColumn>().Where(c => Columns.Contains(c) != (c == column))],
    };

    /// <summary>The first page in another order; the order it already has is turned round.</summary>
    public ListState By(IntegrationSort sort) =>
        this with { Sort = sort, Descending = sort == Sort && !Descending, After = null, Before = null };

    /// <summary>The first page grouped by something, or not at all.</summary>
    public ListState GroupedBy(IntegrationGrouping? grouping) => this with { Group = grouping, After = null, Before = null };

    /// <summary>Just one of its groups, as a list without groups.</summary>
    public ListState Within(IntegrationGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return GroupedBy(null).With(Group switch
        {
            IntegrationGrouping.Customer => Filter with { Customer = group.Name },
            IntegrationGrouping.Tool => Filter with { Tool = group.Key },
            IntegrationGrouping.Status => Filter with { Statuses = StatusWords.Parse(group.Key) is { } status ? [status] : [] },
            _ => Filter with { Environment = Enum.Parse<EnvironmentKind>(group.Key, true) },
        });
    }

    /// <summary>The address that shows this.</summary>
    public string Address => Links.List(Write(isPage: true));

    /// <summary>The query of that address, whatever the page: what a view keeps, and a file of the list takes. Empty for the plain list.</summary>
    public string Query => Write(isPage: false);

    private string Write(bool isPage)
    {
        var parameters = new List<string>();
        Add("status", string.Join(',', Filter.Statuses.OrderBy(status => status.AttentionRank()).Select(status => status.Word())));
        Add("q", Filter.Text);
        Add("category", Filter.Category?.ToString().ToLowerInvariant());
        Add("tool", Filter.Tool);
        Add("customer", Filter.Customer);
        Add("environment", Filter.Environment?.ToString().ToLowerInvariant());
        Add("sort", SortWord);
        Add("group", Group?.ToString().ToLowerInvariant());
        Add("columns", ListColumns.Words(Columns));
        Add("density", IsCompact ? "compact" : null);
        if (isPage)
        {
            Add("after", After?.ToString());
            Add("before", Before?.ToString());
            Add("view", SaysAll && parameters.Count == 0 ? All : null);
        }

        return string.Join('&', parameters);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parameters.Add($"{name}={Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal)}");
            }
        }
    }

    private string SortWord
    {
        get
        {
            var word = Sort switch
            {
                IntegrationSort.Name => "name",
                IntegrationSort.LastSync => "last_sync",
                IntegrationSort.Since => "since",
                _ => Descending ? "attention" : "",
            };
            return Descending ? $"-{word}" : word;
        }
    }
}
