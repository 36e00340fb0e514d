namespace IntegrationsDashboard.Store.Model;

/// <summary>The kinds of events that are stored by name. The numbers are stored.</summary>
public enum EventKind
{
    /// <summary>The integration came into being.</summary>
    Created = 0,

    /// <summary>A sync ended.</summary>
    SyncFinished = 1,

    /// <summary>It was switched on.</summary>
    Activated = 2,

    /// <summary>It was switched off.</summary>
    Deactivated = 3,

    /// <summary>New credentials came.</summary>
    CredentialsReplaced = 4,

    /// <summary>Its filters were configured.</summary>
    SetupCompleted = 5,

    /// <summary>An operator resolved what the first sync had shown.</summary>
    QaResolved = 6,

    /// <summary>It was deleted.</summary>
    Deleted = 7,

    /// <summary>A program asked for it.</summary>
    ApiRequested = 8,

    /// <summary>Nobody asked for it for too long.</summary>
    IdleDeadlineReached = 9,
}
