using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IntegrationsDashboard.Web.Components.Bulk;

/// <summary>Does to all picked integrations, one after the other, what the page of each would do.</summary>
public sealed partial class BulkBar : IDisposable
{
    private MudButton? _stopButton;
    private MudButton? _closeButton;
    private MudButton? _sureButton;
    private List<BulkOutcome> _outcomes = [];
    private BulkAction _action;
    private ListSelection? _heard;
    private string? _counted;
    private int _matching;
    private int _total;
    private bool _asks;
    private bool _exports;
    private bool _isRunning;
    private bool _stops;
    private bool _isUndo;
    private bool _focuses;

    /// <summary>What the viewer may change.</summary>
    [Parameter, EditorRequired]
    public WorkspaceScope Scope { get; set; }

    /// <summary>What the list shows.</summary>
    [Parameter, EditorRequired]
    public ListState State { get; set; } = new();

    /// <summary>What is picked.</summary>
    [Parameter, EditorRequired]
    public ListSelection Selection { get; set; } = new();

    [Inject]
    private SelectionQueries Selections { get; set; } = null!;

    [Inject]
    private Ledger Ledger { get; set; } = null!;

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private ConnectionQueries Connections { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<BulkRunner> Log { get; set; } = null!;

    private bool MayUndo =>
        !_isUndo && _action is BulkAction.Activate or BulkAction.Deactivate && _outcomes.Exists(outcome => outcome.End == BulkEnd.Done);

    /// <inheritdoc/>
    public void Dispose()
    {
        // What has begun is finished; what has not, is not begun any more.
        _stops = true;
        if (_heard is not null)
        {
            _heard.Changed -= OnPicked;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_heard != Selection)
        {
            if (_heard is not null)
            {
                _heard.Changed -= OnPicked;
            }

            _heard = Selection;
            Selection.Changed += OnPicked;
        }

        await CountAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What had the focus is gone: it goes on with what took its place.
        if (_focuses && (_isRunning ? _stopButton : _outcomes.Count > 0 ? _closeButton : _asks ? _sureButton : null) is { } button)
        {
            _focuses = false;
            await button.FocusAsync();
        }
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private void OnPicked()
    {
        if (Selection.Ids.Count > 0 && !_isRunning)
        {
            _outcomes = [];
        }

        _asks = _exports = false;
        _ = InvokeAsync(async () =>
        {
            await CountAsync();
            StateHasChanged();
        });
    }

    // Once for each filter, and only where somebody begins to pick.
    private async Task CountAsync()
    {
        if (Selection.Ids.Count == 0)
        {
            _counted = null;
        }
        else if (_counted != State.Unpaged)
        {
            _counted = State.Unpaged;
            _matching = await Selections.CountAsync(Scope, State.Filter);
        }
    }

    private async Task PickAllAsync()
    {
        var ids = new List<string>();
        await foreach (var item in Selections.AllAsync(Scope, State.Filter, State.Sort, State.Descending))
        {
            ids.Add(item.Id);
            if (ids.Count == ListSelection.Most)
            {
                break;
            }
        }

        Selection.Replace(ids);
    }

    private async Task AskAsync()
    {
        if (Selection.Ids.Count > 1)
        {
            (_asks, _focuses) = (true, true);
        }
        else
        {
            await RunAsync(BulkAction.Deactivate);
        }
    }

    private Task RunAsync(BulkAction action) => RunAsync(action, [.. Selection.Ids], isUndo: false);

    private async Task UndoAsync()
    {
        var opposite = _action == BulkAction.Activate ? BulkAction.Deactivate : BulkAction.Activate;
        await RunAsync(opposite, [.. _outcomes.Where(outcome => outcome.End == BulkEnd.Done).Select(outcome => outcome.Id)], isUndo: true);
    }

    private async Task RunAsync(BulkAction action, IReadOnlyList<string> ids, bool isUndo)
    {
        (_action, _isUndo, _total, _outcomes) = (action, isUndo, ids.Count, []);
        (_isRunning, _stops, _asks, _focuses) = (true, false, false, true);
        var runner = new BulkRunner(Ledger, Integrations, Connections, Time, Log);
        foreach (var id in ids)
        {
            if (_stops)
            {
                break;
            }

            _outcomes.Add(await runner.DoAsync(Scope, id, action));
            StateHasChanged();

            // So that a click on "Stop" gets its turn.
            await Task.Yield();
        }

        Selection.Clear();
        (_isRunning, _focuses) = (false, true);
    }

    private void Close() => _outcomes = [];
}
