namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>How a collection is read page by page.</summary>
public sealed record PagingDefinition
{
    /// <summary>The way.</summary>
    public PagingKind Kind { get; init; } = PagingKind.None;

    /// <summary>The parameter that carries the page's number, the offset or the cursor.</summary>
    public string Parameter { get; init; } = "page";

    /// <summary>The first page's number.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>The parameter that carries the page's size; null where there is none.</summary>
    public string? SizeParameter { get; init; } = "per_page";

    /// <summary>How many records a page has at the most.</summary>
    public int Size { get; init; } = 100;

    /// <summary>Where the next cursor is in the answer, names joined by dots.</summary>
    public string CursorPath { get; init; } = "next_cursor";
}
