namespace IntegrationsDashboard.Store.Model;

/// <summary>What somebody did. The names are stored.</summary>
public enum AuditAction
{
    /// <summary>An integration came to be.</summary>
    IntegrationCreated,

    /// <summary>An integration was switched on.</summary>
    IntegrationActivated,

    /// <summary>An integration was switched off.</summary>
    IntegrationDeactivated,

    /// <summary>An integration was deleted.</summary>
    IntegrationDeleted,

    /// <summary>New credentials came.</summary>
    CredentialsReplaced,

    /// <summary>Filters were configured.</summary>
    FiltersConfigured,

    /// <summary>How often an integration syncs was set.</summary>
    ScheduleSet,

    /// <summary>A sync was asked for.</summary>
    SyncRequested,

    /// <summary>Quality assurance was resolved.</summary>
    QaResolved,

    /// <summary>A link to a public page was made.</summary>
    LinkCreated,

    /// <summary>A link was revoked.</summary>
    LinkRevoked,

    /// <summary>An integration's status is let be shown elsewhere.</summary>
    EmbedCreated,

    /// <summary>An integration's status is shown elsewhere no more.</summary>
    EmbedRevoked,

    /// <summary>An error pattern was added, or brought back.</summary>
    PatternAdded,

    /// <summary>An error pattern was changed.</summary>
    PatternChanged,

    /// <summary>An error pattern was switched on or off.</summary>
    PatternSwitched,

    /// <summary>An error pattern was deleted.</summary>
    PatternDeleted,

    /// <summary>The demonstration was removed.</summary>
    DemonstrationRemoved,

    /// <summary>An API key was created.</summary>
    KeyCreated,

    /// <summary>An API key was given a successor.</summary>
    KeyRotated,

    /// <summary>An API key was revoked.</summary>
    KeyRevoked,

    /// <summary>A webhook was made.</summary>
    WebhookCreated,

    /// <summary>A webhook's address or messages were changed.</summary>
    WebhookChanged,

    /// <summary>A webhook was given another secret.</summary>
    WebhookSecretRotated,

    /// <summary>A webhook was switched on or off.</summary>
    WebhookSwitched,

    /// <summary>A webhook was deleted.</summary>
    WebhookDeleted,

    /// <summary>Somebody was invited.</summary>
    Invited,

    /// <summary>An invitation was revoked.</summary>
    InvitationRevoked,

    /// <summary>Somebody joined.</summary>
    Joined,

    /// <summary>A member's role was changed.</summary>
    RoleChanged,

    /// <summary>A member was removed, or left.</summary>
    MemberRemoved,

    /// <summary>A workspace was created.</summary>
    WorkspaceCreated,

    /// <summary>A workspace was renamed.</summary>
    WorkspaceRenamed,

    /// <summary>A person signed in.</summary>
    SignedIn,

    /// <summary>A person signed out, or a session was ended.</summary>
    SignedOut,

    /// <summary>A sign-in was refused.</summary>
    SignInRefused,

    /// <summary>A password was set.</summary>
    PasswordSet,

    /// <summary>A passkey was added.</summary>
    PasskeyAdded,

    /// <summary>A passkey was removed.</summary>
    PasskeyRemoved,

    /// <summary>The second factor was switched on.</summary>
    SecondFactorOn,

    /// <summary>The second factor was switched off.</summary>
    SecondFactorOff,
}
