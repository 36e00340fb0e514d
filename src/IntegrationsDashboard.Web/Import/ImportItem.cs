using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Import;

/// <summary>One good line of a history: an integration, a sync, or a log entry of a sync.</summary>
/// <param name="Line">Its number in the file, the first being 1.</param>
internal sealed record ImportItem(long Line)
{
    public NewIntegration? Integration { get; init; }

    public SyncReport? Sync { get; init; }

    /// <summary>The sync that <see cref="Entry"/> belongs to.</summary>
    public string? LogOf { get; init; }

    public LogReport? Entry { get; init; }
}
