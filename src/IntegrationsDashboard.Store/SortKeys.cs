using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store;

/// <summary>The single columns by which the list of integrations is sorted, each with an index.</summary>
public static class SortKeys
{
    private const int RankShift = 50;
    private const long TimeMask = (1L << RankShift) - 1;

    /// <summary>Ascending: the rank of the status first, within it the most recent first.</summary>
    public static long Attention(IntegrationStatus status, DateTimeOffset since) =>
        AttentionStart(status) | (TimeMask - Math.Clamp(since.ToUnixTimeMilliseconds(), 0, TimeMask));

    /// <summary>The least key that a status can have.</summary>
    public static long AttentionStart(IntegrationStatus status) => (long)status.AttentionRank() << RankShift;

    /// <summary>The greatest key that a status can have.</summary>
    public static long AttentionEnd(IntegrationStatus status) => AttentionStart(status) | TimeMask;

    /// <summary>Ascending: by organisation, then tool; the id makes it unique.</summary>
    public static string Name(string organization, string tool, string id) =>
        $"{organization.ToLowerInvariant()}\u0001{tool}\u0001{id}";

    /// <summary>Where the names of an organisation's integrations begin and, excluded, end.</summary>
    public static (string From, string Until) NamesOf(string organization) =>
        ($"{organization.ToLowerInvariant()}\u0001", $"{organization.ToLowerInvariant()}\u0002");

    /// <summary>What a text search looks at.</summary>
    public static string Search(string organization, string tool, string id) => $"{organization} {tool} {id}".Trim().ToLowerInvariant();
}
