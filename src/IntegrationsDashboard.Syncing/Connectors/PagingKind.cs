namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>The ways to go from page to page.</summary>
public enum PagingKind
{
    /// <summary>One answer holds all.</summary>
    None,

    /// <summary>By a page's number, until a page is not full.</summary>
    Page,

    /// <summary>By how many records to skip, until a page is not full.</summary>
    Offset,

    /// <summary>By a cursor that the answer carries, until it carries none.</summary>
    Cursor,

    /// <summary>By the <c>Link</c> header with <c>rel="next"</c> (RFC 8288), until there is none.</summary>
    LinkHeader,
}
