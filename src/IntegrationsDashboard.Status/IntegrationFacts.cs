namespace IntegrationsDashboard.Status;

/// <summary>
/// All that the status of an integration depends on: a small immutable summary of its history, of constant size.
/// The sorted history folds into it event by event with <see cref="Apply(IntegrationEvent, StatusRules)"/>.
/// All times are UTC.
/// </summary>
public sealed record IntegrationFacts
{
    /// <summary>Its environment; the idle rule holds in development only.</summary>
    public required EnvironmentKind Environment { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far its set-up has come.</summary>
    public required SetupStatus Setup { get; init; }

    /// <summary>
    /// The last API request, reactivation, or the moment since which requests can be known; the idle limit counts from here.
    /// </summary>
    public required DateTimeOffset IdleSince { get; init; }

    /// <summary>When its filters were configured, if that was seen.</summary>
    public DateTimeOffset? SetupCompletedAt { get; init; }

    /// <summary>How it was switched off; null while it is on.</summary>
    public Inactivity? Inactivity { get; init; }

    /// <summary>When it was last switched on again.</summary>
    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When its credentials were last replaced.</summary>
    public DateTimeOffset? CredentialsReplacedAt { get; init; }

    /// <summary>The first finished sync.</summary>
    public SyncReference? FirstSync { get; init; }

    /// <summary>When an operator resolved what the first sync had shown.</summary>
    public DateTimeOffset? QaResolvedAt { get; init; }

    /// <summary>The last finished sync.</summary>
    public SyncReference? LastSync { get; init; }

    /// <summary>When the first of the unbroken run of syncs that all gave the same status as <see cref="LastSync"/> ended.</summary>
    public DateTimeOffset? RunSince { get; init; }

    /// <summary>When the streak of refused sign-ins began; null when there is none.</summary>
    public DateTimeOffset? StreakSince { get; init; }

    /// <summary>The sync at which the authentication rule fired; null unless the credentials count as invalid.</summary>
    public SyncReference? InvalidatedBy { get; init; }

    /// <summary>When the streak began that made the credentials invalid.</summary>
    public DateTimeOffset? InvalidStreakSince { get; init; }

    /// <summary>The place of the last event folded in, or of the idle limit where time alone reached it since.</summary>
    public EventPosition Position { get; init; } = EventPosition.Start;

    /// <summary>Whether the first finished sync was not clean and nobody resolved it.</summary>
    public bool QaFailed => FirstSync is { State: not SyncState.Succeeded } && QaResolvedAt is null;

    /// <summary>The facts of an integration to which nothing has happened yet.</summary>
    /// <param name="environment">Its environment.</param>
    /// <param name="createdAt">When it was created; may lie long before anybody watched it.</param>
    /// <param name="watchedSince">Since when requests to it can be known; earlier silence proves no idleness.</param>
    /// <param name="setup">Its set-up status at that time.</param>
    public static IntegrationFacts Created(
        EnvironmentKind environment,
        DateTimeOffset createdAt,
        DateTimeOffset watchedSince,
        SetupStatus setup = SetupStatus.Completed) =>
        new() { Environment = environment, CreatedAt = createdAt, IdleSince = watchedSince, Setup = setup };

    /// <summary>
    /// Whether <paramref name="event"/> belongs before something already folded in. Such an event cannot be applied:
    /// the sorted history has to be folded anew, because a summary cannot know what the events after it would have done.
    /// </summary>
    public bool IsLate(IntegrationEvent @event) => !IsTimeless(@event) && @event.Position < Position;

    /// <summary>The facts after <paramref name="event"/>, by the default rules.</summary>
    /// <exception cref="ArgumentException">The event is late, see <see cref="IsLate"/>.</exception>
    public IntegrationFacts Apply(IntegrationEvent @event) => Apply(@event, StatusRules.Default);

    /// <summary>The facts after <paramref name="event"/>.</summary>
    /// <exception cref="ArgumentException">The event is late, see <see cref="IsLate"/>.</exception>
    public IntegrationFacts Apply(IntegrationEvent @event, StatusRules rules)
    {
        if (IsLate(@event))
        {
            throw new ArgumentException($"The event of {@event.At:O} is late: {Position.At:O} was reached already.", nameof(@event));
        }

        if (@event is LogEntriesRecorded log)
        {
            return WithLog(log.Sync);
        }

        // A sync reported again says nothing new; what its log added since must not be lost to the repetition.
        if (IsTimeless(@event) || DeletedAt is not null || (@event is SyncFinished && @event.Position == Position))
        {
            return this;
        }

        return AdvanceTo(@event.At, rules).Fold(@event, rules) with { Position = @event.Position };
    }

    /// <summary>
    /// What time alone made of the facts by <paramref name="now"/>: a development integration that nobody used is switched off
    /// at its idle limit. What happened before that limit is late from then on.
    /// </summary>
    public IntegrationFacts AdvanceTo(DateTimeOffset now, StatusRules rules) =>
        IdleDeadline(rules) is { } deadline && deadline <= now
            ? this with { Inactivity = new Inactivity(deadline, Actor.Rule), Position = EventPosition.OfSync(deadline, "") }
            : this;

    /// <summary>When the idle rule will switch it off; null where it never will.</summary>
    public DateTimeOffset? IdleDeadline(StatusRules rules) =>
        Environment == EnvironmentKind.Development && Inactivity is null && DeletedAt is null ? IdleSince + rules.IdleLimit : null;

    // What leaves no mark in the history wherever it stands in it.
    internal static bool IsTimeless(IntegrationEvent @event) =>
        @event is LogEntriesRecorded or SyncFinished { Sync.State: SyncState.Cancelled or SyncState.Running };

    private IntegrationFacts Fold(IntegrationEvent @event, StatusRules rules) => @event switch
    {
        SyncFinished finished => AfterSync(finished.Sync, rules),
        Activated when Inactivity is not null =>
            this with { Inactivity = null, ActivatedAt = @event.At, IdleSince = Later(IdleSince, @event.At), StreakSince = null },
        Deactivated when Inactivity is null => this with { Inactivity = new Inactivity(@event.At, @event.Actor) },
        CredentialsReplaced =>
            this with { CredentialsReplacedAt = @event.At, StreakSince = null, InvalidatedBy = null, InvalidStreakSince = null },
        SetupCompleted when Setup == SetupStatus.Incomplete =>
            this with { Setup = SetupStatus.FinalSyncPending, SetupCompletedAt = @event.At },
        QaResolved when QaFailed => this with { QaResolvedAt = @event.At },
        Deleted => this with { DeletedAt = @event.At },
        ApiRequested when @event.At > IdleSince => this with { IdleSince = @event.At },
        _ => this,
    };

    private IntegrationFacts AfterSync(SyncReference sync, StatusRules rules)
    {
        var next = this with
        {
            FirstSync = FirstSync ?? sync,
            LastSync = sync,
            RunSince = LastSync?.State.ToStatus() == sync.State.ToStatus() ? RunSince : sync.EndedAt,
        };

        if (sync.State == SyncState.AuthenticationFailed)
        {
            var streak = StreakSince ?? sync.EndedAt;
            var fires = InvalidatedBy is null && sync.EndedAt - streak >= rules.AuthenticationGrace;
            return next with
            {
                StreakSince = streak,
                InvalidatedBy = fires ? sync : InvalidatedBy,
                InvalidStreakSince = fires ? streak : InvalidStreakSince,
            };
        }

        // Only a sync that got in proves the credentials; an outage proves nothing about them, but it ends the streak.
        return sync.State is SyncState.Succeeded or SyncState.PartiallyFailed
            ? next with
            {
                StreakSince = null,
                InvalidatedBy = null,
                InvalidStreakSince = null,
                Setup = Setup == SetupStatus.FinalSyncPending ? SetupStatus.Completed : Setup,
            }
            : next with { StreakSince = null };
    }

    private IntegrationFacts WithLog(SyncReference sync)
    {
        // Only adds: the log may have been written while the sync still ran, and must not change how it ended.
        SyncReference? Update(SyncReference? known) => known?.SyncId != sync.SyncId ? known : known with
        {
            FirstError = sync.FirstError ?? known.FirstError,
            FirstWarning = sync.FirstWarning ?? known.FirstWarning,
            Message = sync.Message ?? known.Message,
        };
        return this with { FirstSync = Update(FirstSync), LastSync = Update(LastSync), InvalidatedBy = Update(InvalidatedBy) };
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
