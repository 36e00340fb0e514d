namespace IntegrationsDashboard.Status;

/// <summary>The fixed words and ranks of the nine statuses.</summary>
public static class StatusWords
{
    private static readonly string[] Words =
    [
        "deleted", "inactive", "credentials-invalid", "quality-assurance", "setup",
        "authentication-failing", "sync-failing", "sync-has-warnings", "active",
    ];

    // Whose turn it is when somebody looks for what needs them; indexed by status.
    private static readonly int[] Ranks = [8, 6, 0, 3, 5, 1, 2, 4, 7];

    /// <summary>All nine, the one that needs a person most first.</summary>
    public static IReadOnlyList<IntegrationStatus> ByAttention { get; } =
        [.. Enum.GetValues<IntegrationStatus>().OrderBy(status => Ranks[(int)status])];

    /// <summary>Those in which somebody has something to do, the most urgent first.</summary>
    public static IReadOnlyList<IntegrationStatus> NeedingAttention { get; } = [.. ByAttention.Where(NeedsAttention)];

    /// <summary>Whether somebody has something to do while it holds.</summary>
    public static bool NeedsAttention(this IntegrationStatus status) =>
        status is not (IntegrationStatus.Active or IntegrationStatus.Inactive or IntegrationStatus.Deleted);

    /// <summary>The word that the API and <c>data-status</c> use, such as <c>sync-failing</c>.</summary>
    public static string Word(this IntegrationStatus status) => Words[(int)status];

    /// <summary>The place in the order of attention: 0 needs a person most, 8 least.</summary>
    public static int AttentionRank(this IntegrationStatus status) => Ranks[(int)status];

    /// <summary>Whether an integration's syncs start by themselves while it has the status.</summary>
    public static bool SyncsAutomatically(this IntegrationStatus status) => status >= IntegrationStatus.AuthenticationFailing;

    /// <summary>The status that <paramref name="word"/> names, or null where it names none.</summary>
    public static IntegrationStatus? Parse(string? word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (IntegrationStatus)index;
    }
}
