namespace IntegrationsDashboard.Web.Api.Integrations;

/// <summary>A change of status. A sync that is reported late is placed where it belongs, so that later changes may be written anew.</summary>
internal sealed record StatusChangeData
{
    /// <summary>When the status changed (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The status's word before; null for the first.</summary>
    public required string? From { get; init; }

    /// <summary>The status's word after.</summary>
    public required string To { get; init; }

    /// <summary>What caused it, such as SYNC_FINISHED.</summary>
    public required string Cause { get; init; }

    public required ActorData Actor { get; init; }

    /// <summary>The sync that caused it.</summary>
    public required string? SyncId { get; init; }

    /// <summary>What went wrong, or a word that goes with it.</summary>
    public required string? Note { get; init; }

    /// <summary>The absolute address of the page that shows the sync.</summary>
    public required string? LogUrl { get; init; }
}
