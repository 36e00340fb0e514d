namespace IntegrationsDashboard.Status;

/// <summary>Everything there is to say about an integration's status at one instant.</summary>
public readonly record struct Evaluation
{
    /// <summary>The status.</summary>
    public required IntegrationStatus Status { get; init; }

    /// <summary>Why.</summary>
    public required StatusReason Reason { get; init; }

    /// <summary>Since when the condition of the status holds (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The sync and log entry that prove it.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Its set-up status.</summary>
    public required SetupStatus Setup { get; init; }

    /// <summary>What is known of its first sync.</summary>
    public required QaStatus Qa { get; init; }

    /// <summary>
    /// The next instant (UTC) at which time alone may change this answer; null where it never will.
    /// Until then the answer stays the same unless something happens.
    /// </summary>
    public required DateTimeOffset? NextChangeAt { get; init; }

    /// <summary>What to do about it, the most useful first.</summary>
    public NextSteps NextSteps => new(Status, Evidence);

    /// <summary>Whether syncs start by themselves. In <see cref="IntegrationStatus.Setup"/> only those that set-up needs do, so: no.</summary>
    public bool SyncsAutomatically => Status.SyncsAutomatically();

    /// <summary>The coarser state that published clients know.</summary>
    public IntegrationState State => Status switch
    {
        IntegrationStatus.Deleted => IntegrationState.NotFound,
        IntegrationStatus.Inactive or IntegrationStatus.QualityAssurance => IntegrationState.Inactive,
        IntegrationStatus.CredentialsInvalid => IntegrationState.Invalid,
        _ => IntegrationState.Active,
    };
}
