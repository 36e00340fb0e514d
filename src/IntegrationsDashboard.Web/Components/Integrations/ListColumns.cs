using System.Text.Json;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>Which columns the list shows, as words of its address.</summary>
public static class ListColumns
{
    private const string None = "none";

    /// <summary>Those shown where nobody has chosen.</summary>
    public static IReadOnlyList<ListColumn> Default { get; } =
        [ListColumn.Where, ListColumn.Reason, ListColumn.Since, ListColumn.LastSync, ListColumn.NextStep];

    /// <summary>The column's word, such as <c>last_sync</c>.</summary>
    public static string Word(this ListColumn column) => JsonNamingPolicy.SnakeCaseLower.ConvertName(column.ToString());

    /// <summary>Reads words parted by commas; null or nothing known among them for the default.</summary>
    public static IReadOnlyList<ListColumn> Parse(string? words)
    {
        var chosen = (words ?? "").Split(',');
        var known = Enum.GetValues<ListColumn>().Where(column => chosen.Contains(column.Word())).ToList();
        return known.Count > 0 || words == None ? known : Default;
    }

    /// <summary>The words for it; null for the default.</summary>
    public static string? Words(IReadOnlyList<ListColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count == 0 ? None : columns.SequenceEqual(Default) ? null : string.Join(',', columns.Select(Word));
    }
}
