using System.Globalization;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Reports;

namespace IntegrationsDashboard.Web.Api;

/// <summary>
/// The parameters by which lists are read page by page. A cursor names the list and the order it belongs to: in another one it would
/// silently leave rows out, so it is refused there.
/// </summary>
internal static class PageCursor
{
    private const string Name = "cursor";

    /// <summary>How many rows a page has at the most.</summary>
    public static int ReadSize(QueryInput query, int most = 200) => query.Whole("page_size", 1, most) ?? Math.Min(50, most);

    /// <summary>The cursor after a row of a list.</summary>
    public static string Write(string list, Cursor row) => new Cursor($"{list} {row.Key}", row.Id).ToString();

    /// <summary>The cursor after a row of a list that is sorted by time.</summary>
    public static string Write(string list, RowPlace row) =>
        Write(list, new Cursor(row.At.UtcTicks.ToString(CultureInfo.InvariantCulture), row.Key.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The row after which to go on; null for the first page.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="list">The list and its order.</param>
    /// <param name="isNumber">Whether the list is sorted by a number.</param>
    public static Cursor? Read(QueryInput query, string list, bool isNumber)
    {
        if (query.Text(Name, 4000) is not { } text)
        {
            return null;
        }

        if (Cursor.Parse(text) is { } cursor
            && cursor.Key.StartsWith($"{list} ", StringComparison.Ordinal)
            && cursor with { Key = cursor.Key[(list.Length + 1)..] } is var row
            && (!isNumber || long.TryParse(row.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return row;
        }

        query.Problem(Name, "is none that this list gave in this order; give the \"next\" of the page before, or leave it out for the first page");
        return null;
    }

    /// <summary>The same for a list that is sorted by time.</summary>
    public static RowPlace? ReadPlace(QueryInput query, string list)
    {
        if (Read(query, list, isNumber: true) is not { } row)
        {
            return null;
        }

        if (long.Parse(row.Key, CultureInfo.InvariantCulture) is var ticks
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(row.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
        {
            return new RowPlace(new DateTimeOffset(ticks, TimeSpan.Zero), key);
        }

        query.Problem(Name, "is none that this list gave; give the \"next\" of the page before, or leave it out for the first page");
        return null;
    }
}
