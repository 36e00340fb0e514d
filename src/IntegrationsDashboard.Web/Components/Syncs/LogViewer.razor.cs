using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>The log of a sync: what is shown of it and how, its rows, and the entry that is open. All of that stands in the address.</summary>
public sealed partial class LogViewer : IDisposable
{
    // Addresses that this led to and that have not come back yet: they say nothing new.
    private readonly List<LogState> _own = [];

    private LogList? _list;
    private LogReading? _reading;
    private LogReading? _coming;
    private LogState _state = new();
    private LogState _given = new();
    private LogEntry? _selected;
    private long _syncKey = -1;
    private int _known = -1;
    private bool _scrolls;
    private bool _behind;
    private bool _catchesUp;
    private bool _follows;
    private int _new;

    /// <summary>The sync.</summary>
    [Parameter, EditorRequired]
    public Sync Sync { get; set; } = null!;

    /// <summary>The integration.</summary>
    [Parameter, EditorRequired]
    public string IntegrationId { get; set; } = "";

    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public LogState State { get; set; } = new();

    /// <summary>Whether the viewer may act on the integration.</summary>
    [Parameter]
    public bool MayAct { get; set; } = true;

    [Inject]
    private LogQueries Logs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<LogViewer> Logger { get; set; } = null!;

    private bool IsLive => Sync.EndedAt is null;

    private string Count
    {
        get
        {
            var all = Format(Sync.LogCount);
            return _state.Filter.IsEmpty || _reading is null ? Text["Entries", all] : Text["EntriesOf", Format(_reading.Index.Count), all];
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose()
    {
        _reading?.Dispose();
        _coming?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_syncKey != Sync.Key)
        {
            _own.Clear();
            (_syncKey, _known, _given, _state) = (Sync.Key, Sync.LogCount, State, State);
            (_follows, _new) = (IsLive && State.Entry is null, 0);
            await OpenAsync(State.Entry);
            await StartAsync();
            return;
        }

        if (State != _given)
        {
            _given = State;
            if (_own.IndexOf(State) is var mine && mine >= 0)
            {
                _own.RemoveRange(0, mine + 1);
            }
            else
            {
                await ShowAsync(State);
            }
        }

        if (_known != Sync.LogCount)
        {
            _known = Sync.LogCount;
            await CatchUpAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_scrolls && _selected is not null && _list is { } list && _reading is { } reading)
        {
            var position = reading.Index.PositionOf(_selected.Seq);
            if (position >= 0 || reading.IsComplete)
            {
                // Where a filter keeps it back, what comes after it is shown.
                _scrolls = false;
                await list.ScrollToAsync(reading.Rows.RowOf(position >= 0 ? position : Math.Min(~position, reading.Index.Count - 1)));
            }
        }
    }

    private static string Format(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Reads the log as it is now to be shown; what was shown before stays until there is something to show.</summary>
    private async Task StartAsync()
    {
        if (_coming is { } overtaken && overtaken != _reading)
        {
            overtaken.Dispose();
        }

        var reading = new LogReading(Logs, _state);
        _coming = reading;
        _behind = false;
        _ = ReadAsync(reading);
        await reading.Begun;
        if (_coming == reading && reading != _reading)
        {
            _reading?.Dispose();
            _reading = reading;
            _list = null;
            ShowSelected();
        }
    }

    private async Task ReadAsync(LogReading reading)
    {
        try
        {
            await reading.ReadAsync(Sync, onlyBegins: !RendererInfo.IsInteractive, () => RefreshAsync(reading));
            if (_behind)
            {
                await CatchUpAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Something else is shown now.
            return;
        }
#pragma warning disable CA1031 // Nobody awaits this: whatever went wrong is said here or nowhere.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Logger.LogError(exception, "The log of the sync {SyncId} could not be read.", Sync.SyncId);
        }

        await RefreshAsync(reading);
    }

    private async Task RefreshAsync(LogReading reading)
    {
        if (reading == _reading)
        {
            ShowSelected();
            if (_list is not null)
            {
                await _list.RefreshAsync();
            }

            StateHasChanged();
        }
    }

    // The page tells of new entries one batch after another, also while the last one is still being read.
    private async Task CatchUpAsync()
    {
        _behind = true;
        if (_catchesUp)
        {
            return;
        }

        _catchesUp = true;
        try
        {
            while (_behind && _reading is { IsComplete: true } reading)
            {
                _behind = false;
                var before = reading.Index.Count;
                var isWhole = await reading.FollowAsync(Sync);
                _new += _follows ? 0 : reading.Index.Count - before;
                if (!isWhole)
                {
                    await StartAsync();
                }
                else
                {
                    await RefreshAsync(reading);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Something else is shown now, which was read after this.
        }
        finally
        {
            _catchesUp = false;
        }
    }

    /// <summary>Shows something else, and says so in the address.</summary>
    private async Task ChangeAsync(LogState state)
    {
        var address = state with { Entry = _selected?.Seq };
        await ShowAsync(address);
        Tell();
    }

    private async Task ShowAsync(LogState state)
    {
        var before = _state;
        _state = state;
        if (state.Entry != _selected?.Seq)
        {
            await OpenAsync(state.Entry);
        }

        if (before with { Entry = state.Entry } != state)
        {
            await StartAsync();
        }

        ShowSelected();
        _scrolls = _selected is not null;
    }

    private Task ShowAllAsync() => ChangeAsync(_state with { Text = null, Level = LogEntryLevel.Debug });

    private async Task OpenAsync(int? seq)
    {
        _selected = seq is not null && await Logs.EntriesAsync(Sync, [seq.Value]) is [var entry] ? entry : null;
        _scrolls = _selected is not null;
    }

    // What is open has a row of its own, whether or not it repeats what stands before it.
    private void ShowSelected()
    {
        if (_selected is { } entry && _reading is { } reading && reading.Index.PositionOf(entry.Seq) is var position and >= 0)
        {
            reading.Rows.Show(position);
        }
    }

    private void Select(LogEntry entry)
    {
        _selected = entry;
        Pause();
        _state = _state with { Entry = entry.Seq };
        Tell();
    }

    private void Close()
    {
        (_selected, _scrolls) = (null, false);
        _state = _state with { Entry = null };
        Tell();
    }

    private void Tell()
    {
        if (_state != (_own.Count > 0 ? _own[^1] : _given))
        {
            _own.Add(_state);
            Navigation.NavigateTo(_state.Address(IntegrationId, Sync.SyncId), replace: true);
        }
    }

    private async Task ToggleAsync(int run)
    {
        _reading?.Rows.Toggle(run);
        if (_list is not null)
        {
            await _list.RefreshAsync();
        }
    }

    private void Pause() => _follows = false;

    private void Follow() => (_follows, _new) = (true, 0);

    private async Task GoAsync(int seq)
    {
        await OpenAsync(seq);
        if (_selected is { } entry)
        {
            Select(entry);
            await RefreshAsync(_reading!);
        }
    }

    private async Task JumpAsync(IReadOnlyList<int> positions, bool backward)
    {
        if (_reading is { } reading && positions.Count > 0)
        {
            int? from = _selected is { } entry ? PlaceIn(reading, entry.Seq) : null;
            await GoAsync(reading.Index.SeqAt(LogJump.NextRow(reading.Rows, positions, from, backward)));
        }
    }

    private async Task JumpToHitAsync(bool backward)
    {
        if (_reading is { Hits.Count: > 0 } reading)
        {
            await GoAsync(LogJump.Next(reading.Hits, _selected?.Seq, backward));
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var step = key.Key switch { "j" => 1, "k" => -1, _ => 0 };
        if (key.Key == "Escape")
        {
            Close();
        }
        else if (step != 0 && _reading is { Rows.Count: > 0 } reading)
        {
            var row = _selected is null ? 0 : Math.Clamp(reading.Rows.RowOf(PlaceIn(reading, _selected.Seq)) + step, 0, reading.Rows.Count - 1);
            await GoAsync(reading.Index.SeqAt(reading.Rows.At(row).Position));
        }
    }

    private static int PlaceIn(LogReading reading, int seq)
    {
        var position = reading.Index.PositionOf(seq);
        return position >= 0 ? position : Math.Min(~position, reading.Index.Count - 1);
    }
}
