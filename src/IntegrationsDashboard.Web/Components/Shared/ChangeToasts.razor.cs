using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>
/// Says by a toast when the status of something on the page changes. What the viewer did themselves, here or in another tab, they know;
/// what is not on the page is the bell's. Whatever changes within a second is said together.
/// </summary>
public sealed partial class ChangeToasts : IDisposable
{
    private const string Several = "several-changes";

    // Long enough to gather a storm, short enough to be at once.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _told = [];
    private Dictionary<string, Turn> _waiting = [];
    private Dictionary<string, string> _names = [];
    private Snackbar? _several;
    private IDisposable? _subscription;
    private int _subscribedTo;
    private bool _isGone;

    /// <summary>What the viewer may see, and who they are.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    /// <summary>What is on the page now.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<IntegrationView> Items { get; set; } = [];

    /// <summary>Whether the toast leads to the integration; not where the page is about nothing else.</summary>
    [Parameter]
    public bool Leads { get; set; }

    [Inject]
    private ChangeFeed Feed { get; set; } = null!;

    [Inject]
    private CurrentAccess Current { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private StatusTexts Texts { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Text { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        _subscription?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _names = Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => $"{item.Title()} · {item.Subtitle()}");
        if (RendererInfo.IsInteractive && (_subscription is null || _subscribedTo != Scope.WorkspaceId))
        {
            _subscription?.Dispose();
            _subscription = Feed.Subscribe(Scope.WorkspaceId, OnChange);
            _subscribedTo = Scope.WorkspaceId;
        }
    }

    // On the writer's thread, before the page has read anew: what the change takes off the page is still on it.
    private void OnChange(IntegrationChanged change)
    {
        if (change is not { IntegrationId: { } id, From: { } from, To: { } to }
            || Current.HasEnded
            || (change.ByPersonId is { } person && person == Scope.By?.PersonId)
            || !_names.TryGetValue(id, out var name))
        {
            return;
        }

        bool isFirst;
        lock (_lock)
        {
            isFirst = _waiting.Count == 0;
            _waiting[id] = new Turn(name, _waiting.TryGetValue(id, out var earlier) ? earlier.From : from, to);
        }

        if (isFirst)
        {
            _ = TellSoonAsync();
        }
    }

    private async Task TellSoonAsync()
    {
        // Whoever wrote does not wait, nor does their page: this goes on elsewhere.
        await Task.Delay(Window, Time).ConfigureAwait(false);
        if (!_isGone)
        {
            await InvokeAsync(Tell).ConfigureAwait(false);
        }
    }

    private void Tell()
    {
        Dictionary<string, Turn> gathered;
        lock (_lock)
        {
            (gathered, _waiting) = (_waiting, []);
        }

        if (_isGone || Current.HasEnded)
        {
            return;
        }

        // What has come back meanwhile has not changed.
        var turns = gathered.Where(turn => turn.Value.From != turn.Value.To).ToList();
        if (turns is [var (id, turn)])
        {
            Show(id, $"{turn.Name}: {Texts.Label(turn.To)}", turn.To, Leads ? Links.Integration(id) : null);
        }
        else if (turns.Count > 1)
        {
            // A storm makes one toast that grows, not a heap of them.
            if (_several is null || !Snackbar.ShownSnackbars.Contains(_several))
            {
                _told.Clear();
            }

            _told.UnionWith(turns.Select(t => t.Key));
            _several = Show(Several, Text["SeveralChanged", _told.Count], null, null);
        }
    }

    private Snackbar? Show(string key, string text, IntegrationStatus? status, string? address)
    {
        Snackbar.RemoveByKey(key);
        Snackbar? toast = null;
        toast = Snackbar.Add<ChangeToast>(
            new Dictionary<string, object>
            {
                [nameof(ChangeToast.Text)] = text,
                [nameof(ChangeToast.Status)] = status!,
                [nameof(ChangeToast.Address)] = address!,
                [nameof(ChangeToast.Hold)] = (bool isHeld) => toast?.PauseTransitions(isHeld),
                [nameof(ChangeToast.Close)] = () => Snackbar.RemoveByKey(key),
            },
            Severity.Normal,
            options =>
            {
                options.HideIcon = true;
                options.ShowCloseIcon = false;
                options.VisibleStateDuration = 8000;
                options.MaximumOpacity = 100;
                options.ShowTransitionDuration = options.HideTransitionDuration = 150;
                options.SnackbarTypeClass = "change-toast";
                options.CloseAfterNavigation = true;
            },
            key);
        return toast;
    }

    private sealed record Turn(string Name, IntegrationStatus From, IntegrationStatus To);
}
