using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One end user's connection to one tool, with its facts and what follows from them at the time of writing.</summary>
public sealed class Integration
{
    /// <summary><c>tool:</c> and 24 letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>Its environment's number.</summary>
    public required int EnvironmentId { get; init; }

    /// <summary>Which of the two environments that is.</summary>
    public required EnvironmentKind Environment { get; init; }

    /// <summary>The tool's id in the catalogue, such as <c>personio</c>.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's category.</summary>
    public required Category Category { get; init; }

    /// <summary>Who holds the credentials.</summary>
    public required EndUser EndUser { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it was made up to show the product.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>The facts before the first event of the kept history; folding the history over them gives <see cref="Facts"/>.</summary>
    public required IntegrationFacts BaseFacts { get; init; }

    /// <summary>The facts now.</summary>
    public required IntegrationFacts Facts { get; set; }

    /// <summary>The status that follows from <see cref="Facts"/> until <see cref="NextChangeAt"/>.</summary>
    public IntegrationStatus Status { get; set; }

    /// <summary>When time alone may change the status (UTC); null where it never will.</summary>
    public DateTimeOffset? NextChangeAt { get; set; }

    /// <summary>Sorts by attention, then the most recent first, see <see cref="SortKeys"/>.</summary>
    public long AttentionKey { get; set; }

    /// <summary>UTC ticks since when the status holds.</summary>
    public long SinceKey { get; set; }

    /// <summary>UTC ticks at which the last finished sync ended; 0 before the first.</summary>
    public long LastSyncKey { get; set; }

    /// <summary>Sorts by organisation, tool and id; unique.</summary>
    public required string NameKey { get; init; }

    /// <summary>What a text search looks at: organisation, tool and id, in lower case.</summary>
    public required string SearchText { get; init; }

    /// <summary>The sync that runs now.</summary>
    public string? RunningSyncId { get; set; }

    /// <summary>When that sync started (UTC).</summary>
    public DateTimeOffset? RunningSince { get; set; }

    /// <summary>Whether it was deleted long enough ago for its data to be erased, and some is left.</summary>
    public bool IsErasureDue { get; set; }
}
