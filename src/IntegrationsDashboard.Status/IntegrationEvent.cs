namespace IntegrationsDashboard.Status;

/// <summary>Something that happened to an integration. The cases below are all there are.</summary>
/// <param name="At">When it happened (UTC); for a sync, when it ended.</param>
public abstract record IntegrationEvent(DateTimeOffset At)
{
    /// <summary>Who or what caused it.</summary>
    public Actor Actor { get; init; } = Actor.Connector;

    /// <summary>
    /// The recorder's running number. It parts events other than syncs that share an instant; two syncs are parted by their ids,
    /// so that the order in which they were reported never matters.
    /// </summary>
    public long Sequence { get; init; }

    /// <summary>Where the event stands in the sorted history.</summary>
    public virtual EventPosition Position => EventPosition.Of(At, Sequence);
}

/// <summary>A sync ended.</summary>
/// <param name="Sync">The sync, in a final state. A cancelled one changes nothing.</param>
public sealed record SyncFinished(SyncReference Sync) : IntegrationEvent(Sync.EndedAt)
{
    /// <inheritdoc/>
    public override EventPosition Position => EventPosition.OfSync(At, Sync.SyncId);
}

/// <summary>
/// Log entries of a sync became known, before or after it ended. Has no place in the history: it only adds to what is known of a sync.
/// </summary>
/// <param name="At">When they were recorded (UTC).</param>
/// <param name="Sync">The sync as it is known now.</param>
public sealed record LogEntriesRecorded(DateTimeOffset At, SyncReference Sync) : IntegrationEvent(At);

/// <summary>It was switched on.</summary>
public sealed record Activated(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>It was switched off by a person or an API call.</summary>
public sealed record Deactivated(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>New credentials took the place of the old ones.</summary>
public sealed record CredentialsReplaced(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>Its filters were configured.</summary>
public sealed record SetupCompleted(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>An operator resolved what the first sync had shown.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Note">A word to the customer.</param>
public sealed record QaResolved(DateTimeOffset At, string? Note = null) : IntegrationEvent(At);

/// <summary>It was deleted. Nothing that happens later changes anything.</summary>
public sealed record Deleted(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>A program asked for the integration or acted on it. Reports of syncs are not such requests.</summary>
public sealed record ApiRequested(DateTimeOffset At) : IntegrationEvent(At);

/// <summary>The clock reached the idle limit. Changes something only where the limit really passed without a request.</summary>
public sealed record IdleDeadlineReached(DateTimeOffset At) : IntegrationEvent(At);
