using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api;

/// <summary>The page of a list sorted by time that a call asks for.</summary>
/// <param name="List">The list; a cursor of another one is refused.</param>
/// <param name="After">The row after which it begins; null for the first page.</param>
/// <param name="Size">How many rows it has at the most.</param>
internal sealed record PlacedPage(string List, RowPlace? After, int Size)
{
    /// <summary>How many rows to look for: one more tells whether there is a next page.</summary>
    public int Wanted => Size + 1;

    /// <summary>Reads what the query asks for.</summary>
    /// <exception cref="InvalidInputException">A parameter cannot be right, or is none.</exception>
    public static PlacedPage Read(HttpRequest request, string list)
    {
        var query = new QueryInput(request.Query);
        var page = new PlacedPage(list, PageCursor.ReadPlace(query, list), PageCursor.ReadSize(query));
        query.ThrowIfAny();
        return page;
    }

    /// <summary>The cursor of the next page; null on the last.</summary>
    /// <param name="found">The <see cref="Wanted"/> rows.</param>
    /// <param name="place">Where a row stands in the list.</param>
    public string? Next<T>(IReadOnlyList<T> found, Func<T, RowPlace> place) =>
        found.Count > Size ? PageCursor.Write(List, place(found[Size - 1])) : null;
}
