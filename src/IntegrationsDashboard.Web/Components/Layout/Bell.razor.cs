using System.Collections.Immutable;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace IntegrationsDashboard.Web.Components.Layout;

/// <summary>
/// What changed in the workspace, and in the environment that the pages show, since the person's last visit. It counts what they have
/// not looked at yet; opening it shows what changed since the visit began, and counts as looking. Who was never here before has
/// missed nothing.
/// </summary>
/// <remarks>
/// There is one mark per person and workspace: having looked at one environment counts for the other. One's own actions are passed
/// over as long as nothing else waits to be looked at; behind something that waits, they are counted with it.
/// </remarks>
public sealed partial class Bell
{
    private const int MostListed = 20;

    private ElementReference _button;
    private ImmutableList<(string IntegrationId, IntegrationStatus To)> _own = [];
    private IReadOnlyList<BellChange> _changes = [];
    private Task _last = Task.CompletedTask;
    private bool _isOpen;
    private bool _asksForList;
    private int _count;
    private long? _since;
    private long _newAfter;
    private DateTimeOffset? _looked;
    private DateTimeOffset? _lookedBefore;

    /// <summary>It hangs on every page: once a second is often enough.</summary>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(1);

    private string Label => _count switch
    {
        0 => Text["Bell"],
        1 => Text["BellOne"],
        < BellQueries.MostCounted => Text["BellMany", _count],
        _ => Text["BellVeryMany", BellQueries.MostCounted - 1],
    };

    [Inject]
    private BellQueries Changes { get; set; } = null!;

    [Inject]
    private NoticeQueries Notices { get; set; } = null!;

    [Inject]
    private OutboxQueries Outbox { get; set; } = null!;

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += OnMove;

    /// <inheritdoc/>
    protected override bool Concerns(IntegrationChanged change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is not { IntegrationId: { } id, To: { } to })
        {
            return false;
        }

        if (change.ByPersonId is { } person && person == Scope?.By?.PersonId)
        {
            ImmutableInterlocked.Update(ref _own, own => own.Add((id, to)));
        }

        return true;
    }

    /// <inheritdoc/>
    protected override Task LoadAsync(WorkspaceScope scope)
    {
        // One after the other: what was counted before somebody looked must not come after it.
        var before = _last;
        return _last = AfterAsync();

        async Task AfterAsync()
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            await CountAsync(scope);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnMove;
        base.Dispose(disposing);
    }

    private async Task CountAsync(WorkspaceScope scope)
    {
        if (scope.By?.PersonId is not { } person || await FindMarkAsync(scope, person) is not { } mark)
        {
            return;
        }

        mark = await PassOwnAsync(scope, mark);
        _since ??= mark;
        if (_asksForList)
        {
            var changes = await Changes.ListAsync(scope, _since.Value, MostListed);
            var newest = changes.Count > 0 ? Math.Max(mark, changes[0].MessageId) : mark;
            await MarkAsync(scope, mark, newest);
            (_changes, _newAfter, mark) = (changes, mark, newest);
            (_lookedBefore, _looked) = (_looked, Viewer.Moments.Now);
            _asksForList = false;
        }

        _count = await Changes.CountAsync(scope, mark);
    }

    private async Task<long?> FindMarkAsync(WorkspaceScope scope, Guid person)
    {
        var mark = await Notices.LastSeenAsync(person, scope.WorkspaceId);
        if (mark is null && RendererInfo.IsInteractive)
        {
            mark = await Outbox.LastAsync();
            await MarkAsync(scope, -1, mark.Value);
        }

        return mark;
    }

    // What the viewer did themselves is seen already, unless something that they have not seen came before it.
    private async Task<long> PassOwnAsync(WorkspaceScope scope, long mark)
    {
        var own = Interlocked.Exchange(ref _own, []);
        if (own.IsEmpty)
        {
            return mark;
        }

        var passed = mark;
        foreach (var turn in await Changes.TurnsAsync(scope, mark))
        {
            var index = own.IndexOf((turn.IntegrationId, turn.To));
            if (index < 0)
            {
                break;
            }

            own = own.RemoveAt(index);
            passed = turn.MessageId;
        }

        await MarkAsync(scope, mark, passed);
        _since = _since == mark ? passed : _since;
        return passed;
    }

    private Task MarkAsync(WorkspaceScope scope, long from, long to) =>
        from == to ? Task.CompletedTask : Ledger.WriteAsync(session => session.NoteSeenAsync(scope, to));

    private Task ToggleAsync()
    {
        _isOpen = _asksForList = !_isOpen;
        return _isOpen ? RefreshAsync() : Task.CompletedTask;
    }

    private void Close() => _isOpen = _asksForList = false;

    private async Task OnKeyAsync(KeyboardEventArgs pressed)
    {
        if (_isOpen && pressed.Key == "Escape")
        {
            Close();
            await _button.FocusAsync();
        }
    }

    private void OnMove(object? sender, LocationChangedEventArgs moved)
    {
        if (_isOpen)
        {
            Close();
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
