namespace IntegrationsDashboard.Store.Recording;

/// <summary>All that one person or channel is told about one workspace now. Belongs to one process until its lease ends.</summary>
public sealed record ClaimedNotices
{
    /// <summary>The process.</summary>
    public required string Owner { get; init; }

    /// <summary>Until when it may tell it (UTC).</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The workspace's name.</summary>
    public required string Workspace { get; init; }

    /// <summary>The person; null for a channel.</summary>
    public required NoticeReader? Reader { get; init; }

    /// <summary>Whether the person is told as an operator: of what waits in the quality-assurance queue.</summary>
    public bool IsForOperator { get; init; }

    /// <summary>The webhook of the channel; null for a person.</summary>
    public required int? WebhookId { get; init; }

    /// <summary>The notices, in the order in which they came to be.</summary>
    public required IReadOnlyList<ClaimedNotice> Notices { get; init; }
}
