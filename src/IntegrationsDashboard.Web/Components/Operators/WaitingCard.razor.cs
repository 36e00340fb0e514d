using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Operators;

/// <summary>One integration of the quality-assurance queue: what is known of it, and what an operator can do.</summary>
public sealed partial class WaitingCard
{
    /// <summary>The longest note, in characters.</summary>
    public const int MostNote = 500;

    private string? _note;
    private string? _said;
    private bool _busy;

    /// <summary>The integration that waits.</summary>
    [Parameter, EditorRequired]
    public WaitingIntegration Item { get; set; } = null!;

    /// <summary>Its workspace, on behalf of the operator.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private StatusTexts Texts { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string Name => $"{Item.Integration.EndUser.OrganizationName}, {ToolCatalogue.Label(Item.Integration.Tool)}";

    private SyncReference First => Item.Integration.Facts.FirstSync!;

    private bool IsRunning => Item.Integration.RunningSyncId is not null;

    private Task ResolveAsync() => DoAsync(async () =>
    {
        // A reporter's clock may be ahead of this one, and nothing is resolved before it happened.
        var now = Time.GetUtcNow();
        var at = First.EndedAt > now ? First.EndedAt : now;
        var note = string.IsNullOrWhiteSpace(_note) ? null : _note.Trim();
        var resolved = await Ledger.RecordAsync(
            Scope, Item.Integration.Id, new QaResolved(at, note));
        _said = Text["Resolved", Name, Texts.Label(resolved.Status)];

        // The card goes with the next look at the queue; what was said stays a moment longer.
        Snackbar.Add(_said, Severity.Success);
    });

    private Task TestAsync() => DoAsync(async () =>
    {
        await Ledger.WriteAsync(session => session.RequestSyncAsync(Scope, Item.Integration.Id, null, SyncPurpose.QualityAssurance));
        _said = Text["TestRequested"];
    });

    private async Task DoAsync(Func<Task> work)
    {
        _busy = true;
        try
        {
            await work();
        }
        catch (RefusedReportException refusal)
        {
            _said = refusal.Problem;
        }
        catch (UnknownIdException)
        {
            _said = Text["Gone"];
        }
        catch (NotAllowedException)
        {
            _said = Layout["NotAllowedNow"];
        }
        finally
        {
            _busy = false;
        }
    }
}
