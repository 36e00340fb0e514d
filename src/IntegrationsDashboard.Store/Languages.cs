namespace IntegrationsDashboard.Store;

/// <summary>The languages that texts for people are written in.</summary>
public static class Languages
{
    /// <summary>The one that holds where nobody chose.</summary>
    public const string Default = "en";

    /// <summary>All, as two-letter codes of ISO 639-1.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "de", "fr", "it", "es"];
}
