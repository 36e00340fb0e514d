using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What it takes to make a link.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Life">How long it works.</param>
public sealed record NewLink(LinkKind Kind, TimeSpan Life)
{
    /// <summary>How long a link to be mailed works.</summary>
    public static readonly TimeSpan MailedLife = TimeSpan.FromDays(14);

    /// <summary>The integration to reconnect or set up; null for a new one.</summary>
    public string? IntegrationId { get; init; }

    /// <summary>The end user of a new integration; null otherwise.</summary>
    public EndUser? EndUser { get; init; }

    /// <summary>The only category to choose from; null for any.</summary>
    public Category? Category { get; init; }

    /// <summary>The only tool to choose; null for any.</summary>
    public string? Tool { get; init; }

    /// <summary>The language of the page: en, de, fr, it or es; null for the reader's own.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a new integration's filters are configured before it syncs.</summary>
    public bool EnableFiltering { get; init; }
}
