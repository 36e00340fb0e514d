using System.Globalization;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Api.Description;
using IntegrationsDashboard.Web.Reports;
using Microsoft.OpenApi;

namespace IntegrationsDashboard.Web.Api;

/// <summary>
/// The parameters by which lists are read page by page. A cursor names the list and the order it belongs to: in another one it would
/// silently leave rows out, so it is refused there.
/// </summary>
internal static class PageCursor
{
    /// <summary>How many rows a page of most lists can have.</summary>
    public const int MostRows = 200;

    private const string Name = "cursor";
    private const string SizeName = "page_size";
    private const int Longest = 4000;
    private const int Usual = 50;

    /// <summary>How calls describe the parameters.</summary>
    public static IEnumerable<OpenApiParameter> Parameters(int most) =>
    [
        CallParameters.Query(Name, QuerySchema.Text("Where to go on: the \"next\" of the page before, in the same list and order. Left out for the first page.", Longest)),
        Size(most),
    ];

    /// <summary>How calls describe the size of a page.</summary>
    public static OpenApiParameter Size(int most) =>
        CallParameters.Query(SizeName, InputSchema.Whole($"How many rows the page has at the most; {Usual} where left out.", 1, most), 20);

    /// <summary>How many rows a page has at the most.</summary>
    public static int ReadSize(QueryInput query, int most = MostRows) => query.Whole(SizeName, 1, most) ?? Usual;

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
        if (query.Text(Name, Longest) is not { } text)
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
