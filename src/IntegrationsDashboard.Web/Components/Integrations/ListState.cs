using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>What the list shows, exactly as its address says it: a link shows what its sender saw.</summary>
public sealed record ListState
{
    /// <summary>Which integrations.</summary>
    public IntegrationFilter Filter { get; init; } = new();

    /// <summary>In which order.</summary>
    public IntegrationSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; }

    /// <summary>The row after which the page begins.</summary>
    public Cursor? After { get; init; }

    /// <summary>The row before which the page ends.</summary>
    public Cursor? Before { get; init; }

    /// <summary>Whether anything but the order differs from the plain list.</summary>
    public bool IsFiltered =>
        Filter.Statuses.Count > 0 || Filter.Category is not null || Filter.Tool is not null || Filter.Environment is not null
        || !string.IsNullOrWhiteSpace(Filter.Text);

    /// <summary>Reads the parameters of an address; what makes no sense counts as not given.</summary>
    public static ListState Parse(
        string? status, string? text, string? category, string? tool, string? environment, string? sort, string? after, string? before) => new()
        {
            Filter = new IntegrationFilter
            {
                Statuses = [.. (status ?? "").Split(',').Select(StatusWords.Parse).OfType<IntegrationStatus>().Distinct()],
                Text = string.IsNullOrWhiteSpace(text) ? null : text,
                Category = Enum.TryParse<Category>(category, true, out var known) && Enum.IsDefined(known) ? known : null,
                Tool = string.IsNullOrEmpty(tool) ? null : tool,
                Environment = Enum.TryParse<EnvironmentKind>(environment, true, out var kind) && Enum.IsDefined(kind) ? kind : null,
            },
            Sort = sort?.TrimStart('-') switch
            {
                "name" => IntegrationSort.Name,
                "last_sync" => IntegrationSort.LastSync,
                "since" => IntegrationSort.Since,
                _ => IntegrationSort.Attention,
            },
            Descending = sort?.StartsWith('-') == true,
            After = Cursor.Parse(after),
            Before = Cursor.Parse(before),
        };

    /// <summary>The first page of the same list under another filter.</summary>
    public ListState With(IntegrationFilter filter) => this with { Filter = filter, After = null, Before = null };

    /// <summary>The first page with the status added to the filter, or taken out where it was there.</summary>
    public ListState Toggle(IntegrationStatus status) => With(Filter with
    {
        Statuses = Filter.Statuses.Contains(status) ? [.. Filter.Statuses.Where(s => s != status)] : [.. Filter.Statuses, status],
    });

    /// <summary>The first page in another order; the order it already has is turned round.</summary>
    public ListState By(IntegrationSort sort) =>
        this with { Sort = sort, Descending = sort == Sort && !Descending, After = null, Before = null };

    /// <summary>The address that shows this.</summary>
    public string Address
    {
        get
        {
            var parameters = new List<string>();
            Add("status", string.Join(',', Filter.Statuses.OrderBy(status => status.AttentionRank()).Select(status => status.Word())));
            Add("q", Filter.Text);
            Add("category", Filter.Category?.ToString().ToLowerInvariant());
            Add("tool", Filter.Tool);
            Add("environment", Filter.Environment?.ToString().ToLowerInvariant());
            Add("sort", SortWord);
            Add("after", After?.ToString());
            Add("before", Before?.ToString());
            return parameters.Count == 0 ? Links.Integrations : $"{Links.Integrations}?{string.Join('&', parameters)}";

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    parameters.Add($"{name}={Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal)}");
                }
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
