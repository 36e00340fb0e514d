using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What it takes to create an integration.</summary>
public sealed record NewIntegration
{
    /// <summary>Its id where it already has one; otherwise one is made.</summary>
    public string? Id { get; init; }

    /// <summary>The tool's id.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's category.</summary>
    public required Category Category { get; init; }

    /// <summary>Who holds the credentials.</summary>
    public required EndUser EndUser { get; init; }

    /// <summary>Its set-up status at the beginning.</summary>
    public SetupStatus Setup { get; init; } = SetupStatus.Completed;

    /// <summary>When it was created (UTC); now where it is null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Since when API requests to it can be known (UTC); now where it is null.</summary>
    public DateTimeOffset? WatchedSince { get; init; }

    /// <summary>Whether it is made up to show the product.</summary>
    public bool IsDemonstration { get; init; }
}
