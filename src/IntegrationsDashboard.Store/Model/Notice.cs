using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Store.Model;

/// <summary>One thing that one person or channel is told.</summary>
public sealed class Notice
{
    /// <summary>Its running number.</summary>
    public long Id { get; init; }

    /// <summary>The workspace's number.</summary>
    public required int WorkspaceId { get; init; }

    /// <summary>The integration.</summary>
    public required string IntegrationId { get; init; }

    /// <summary>The incident it is about.</summary>
    public required long IncidentId { get; init; }

    /// <summary>What is told.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The status that the integration had entered.</summary>
    public required IntegrationStatus Status { get; init; }

    /// <summary>When it had (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The person who is told by mail; null for a channel.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The webhook of the channel; null for a person.</summary>
    public int? WebhookId { get; init; }

    /// <summary>When it is told, or tried again (UTC); null where it is not any more. All of one recipient that are due are told together.</summary>
    public required DateTimeOffset? DueAt { get; set; }

    /// <summary>What became of it.</summary>
    public required NoticeState State { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>Which process is telling it now.</summary>
    public string? Owner { get; set; }

    /// <summary>Until when that process may (UTC).</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>When it was told, given up or dropped (UTC).</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
