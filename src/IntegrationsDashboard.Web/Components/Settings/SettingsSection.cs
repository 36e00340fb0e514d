using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Settings;

/// <summary>A section of the settings that does something to the integration and says what it did.</summary>
public abstract class SettingsSection : ComponentBase
{
    /// <summary>The integration.</summary>
    [Parameter, EditorRequired]
    public IntegrationView Item { get; set; } = null!;

    /// <summary>What the viewer may change.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    /// <summary>The section's texts.</summary>
    [Inject]
    protected IStringLocalizer<SettingsResources> Text { get; set; } = null!;

    /// <summary>The texts that all pages share.</summary>
    [Inject]
    protected IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    /// <summary>Says what was done.</summary>
    [Inject]
    protected ISnackbar Snackbar { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    /// <summary>Whether the viewer may act on the integration.</summary>
    protected bool MayAct => Scope.May(Rights.Act);

    /// <summary>Records what a person did; returns the integration after it, or null where that could not be, which it says.</summary>
    /// <param name="what">Makes the event that happens at the given time.</param>
    protected async Task<Store.Model.Integration?> RecordAsync(Func<DateTimeOffset, IntegrationEvent> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        try
        {
            return await Ledger.RecordAsync(Scope, Item.Id, what(Time.GetUtcNow()));
        }
        catch (UnknownIdException)
        {
            Snackbar.Add(Text["Failed"], Severity.Error);
            return null;
        }
        catch (NotAllowedException)
        {
            Snackbar.Add(Layout["NotAllowedNow"], Severity.Warning);
            return null;
        }
    }
}
