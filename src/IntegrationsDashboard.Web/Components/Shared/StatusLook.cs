using IntegrationsDashboard.Status;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>The icon that belongs to each status and state; the colours are tokens of the stylesheet.</summary>
public static class StatusLook
{
    /// <summary>The status's icon.</summary>
    public static string Icon(IntegrationStatus status) => status switch
    {
        IntegrationStatus.Deleted => Icons.Material.Filled.Delete,
        IntegrationStatus.Inactive => Icons.Material.Filled.PauseCircle,
        IntegrationStatus.CredentialsInvalid => Icons.Material.Filled.KeyOff,
        IntegrationStatus.QualityAssurance => Icons.Material.Filled.Engineering,
        IntegrationStatus.Setup => Icons.Material.Filled.Tune,
        IntegrationStatus.AuthenticationFailing => Icons.Material.Filled.LockClock,
        IntegrationStatus.SyncFailing => Icons.Material.Filled.SyncProblem,
        IntegrationStatus.SyncHasWarnings => Icons.Material.Filled.Warning,
        _ => Icons.Material.Filled.CheckCircle,
    };

    /// <summary>The icon of a sync's state.</summary>
    public static string Icon(SyncState state) => state switch
    {
        SyncState.Running => Icons.Material.Filled.Sync,
        SyncState.Cancelled => Icons.Material.Filled.DoNotDisturbOn,
        SyncState.TimedOut => Icons.Material.Filled.TimerOff,
        _ => Icon(state.ToStatus()),
    };

    /// <summary>The word by which the stylesheet colours a sync's state.</summary>
    public static string Tone(SyncState state) => state switch
    {
        SyncState.Running => "running",
        SyncState.Cancelled => "cancelled",
        _ => state.ToStatus().Word(),
    };
}
