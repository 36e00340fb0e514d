using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>Turns events into rows and back.</summary>
internal static class Events
{
    public static EventKind KindOf(IntegrationEvent? @event) => @event switch
    {
        null => EventKind.Created,
        SyncFinished => EventKind.SyncFinished,
        Activated => EventKind.Activated,
        Deactivated => EventKind.Deactivated,
        CredentialsReplaced => EventKind.CredentialsReplaced,
        SetupCompleted => EventKind.SetupCompleted,
        QaResolved => EventKind.QaResolved,
        Deleted => EventKind.Deleted,
        ApiRequested => EventKind.ApiRequested,
        IdleDeadlineReached => EventKind.IdleDeadlineReached,
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "This event has no row of its own."),
    };

    public static RecordedEvent ToRow(string integrationId, IntegrationEvent @event) => new()
    {
        IntegrationId = integrationId,
        At = @event.At,
        Kind = KindOf(@event),
        ActorKind = @event.Actor.Kind,
        ActorName = @event.Actor.Name,
        Note = (@event as QaResolved)?.Note,
    };

    public static IntegrationEvent FromRow(RecordedEvent row)
    {
        IntegrationEvent @event = row.Kind switch
        {
            EventKind.Activated => new Activated(row.At),
            EventKind.Deactivated => new Deactivated(row.At),
            EventKind.CredentialsReplaced => new CredentialsReplaced(row.At),
            EventKind.SetupCompleted => new SetupCompleted(row.At),
            EventKind.QaResolved => new QaResolved(row.At, row.Note),
            EventKind.Deleted => new Deleted(row.At),
            EventKind.ApiRequested => new ApiRequested(row.At),
            EventKind.IdleDeadlineReached => new IdleDeadlineReached(row.At),
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "This kind has no row of its own."),
        };
        return @event with { Actor = new Actor(row.ActorKind, row.ActorName), Sequence = row.Sequence };
    }

    public static StatusChange ToChange(string integrationId, StatusTransition transition)
    {
        var sync = (transition.Cause as SyncFinished)?.Sync;
        var actor = transition.Cause?.Actor ?? Actor.Connector;
        return new StatusChange
        {
            IntegrationId = integrationId,
            At = transition.At,
            From = transition.From,
            To = transition.To,
            Cause = KindOf(transition.Cause),
            ActorKind = actor.Kind,
            ActorName = actor.Name,
            SyncId = sync?.SyncId,
            Note = sync?.Message ?? (transition.Cause as QaResolved)?.Note,
        };
    }
}
