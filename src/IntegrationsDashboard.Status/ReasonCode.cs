namespace IntegrationsDashboard.Status;

/// <summary>Why an integration has its status. Each code says what <see cref="StatusReason"/>'s arguments mean for it.</summary>
public enum ReasonCode
{
    /// <summary>Deleted at <c>Since</c>; its data exists until <c>Until</c>.</summary>
    DeletedDataKept,

    /// <summary>Deleted at <c>Since</c>; its data was due to be erased at <c>Until</c>, which has passed.</summary>
    DeletedDataErased,

    /// <summary>Switched off at <c>Since</c> by a person, <c>By</c>.</summary>
    SwitchedOffByPerson,

    /// <summary>Switched off at <c>Since</c> by an API call with the key <c>By</c>.</summary>
    SwitchedOffByApi,

    /// <summary>Switched off at <c>Since</c> by the idle rule.</summary>
    SwitchedOffWhenIdle,

    /// <summary>The tool refused the credentials since <c>Since</c>; syncing paused at <c>Until</c>.</summary>
    CredentialsRefused,

    /// <summary>The first sync, ended at <c>Since</c>, failed or could not sign in.</summary>
    FirstSyncFailed,

    /// <summary>The first sync, ended at <c>Since</c>, had warnings.</summary>
    FirstSyncHadWarnings,

    /// <summary>Connected at <c>Since</c>, filters not configured.</summary>
    FiltersNotConfigured,

    /// <summary>The tool refuses the credentials since <c>Since</c>; a refusal at or after <c>Until</c>, still to come, pauses syncing.</summary>
    AuthenticationRefused,

    /// <summary>As <see cref="AuthenticationRefused"/>, with <c>Until</c> passed: the next refusal pauses syncing.</summary>
    AuthenticationRefusedPauseDue,

    /// <summary>The tool refused the credentials since <c>Since</c>; they were replaced, or it was switched on again, at <c>Until</c>. The next sync will tell.</summary>
    AuthenticationAwaitingSync,

    /// <summary>Syncs fail since <c>Since</c>; the last one failed.</summary>
    SyncFailed,

    /// <summary>Syncs fail since <c>Since</c>; the last one ran into its time limit.</summary>
    SyncTimedOut,

    /// <summary>Syncs end with warnings since <c>Since</c>.</summary>
    SyncHadWarnings,

    /// <summary>Connected, no sync has finished yet.</summary>
    AwaitingFirstSync,

    /// <summary>Syncs succeed.</summary>
    Syncing,
}
