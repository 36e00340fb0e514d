namespace IntegrationsDashboard.Status;

/// <summary>What the states of a sync mean.</summary>
public static class SyncStates
{
    /// <summary>Whether the state is final.</summary>
    public static bool IsFinal(this SyncState state) => state != SyncState.Running;

    /// <summary>The status that a last finished sync of this state leads to where nothing of higher precedence holds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A running or cancelled sync leads to no status.</exception>
    public static IntegrationStatus ToStatus(this SyncState state) => state switch
    {
        SyncState.Succeeded => IntegrationStatus.Active,
        SyncState.PartiallyFailed => IntegrationStatus.SyncHasWarnings,
        SyncState.Failed or SyncState.TimedOut => IntegrationStatus.SyncFailing,
        SyncState.AuthenticationFailed => IntegrationStatus.AuthenticationFailing,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Only a finished sync that was not cancelled leads to a status."),
    };
}
