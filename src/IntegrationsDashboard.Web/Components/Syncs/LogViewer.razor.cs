using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>The log of a sync: what is shown of it and how, its rows, and the entry that is open. All of that stands in the address.</summary>
public sealed partial class LogViewer : IDisposable
{
    // So many entries are read before anybody could read a word about it.
    private const int Soon = 50_000;

    private LogList? _list;
    private LogReader? _reader;
    private LogReading? _shown;
    private LogAddresses _addresses = new(new LogState());
    private LogState _state = new();
    private LogEntry? _selected;
    private long _syncKey = -1;
    private int _known = -1;
    private int _seen;
    private bool _scrolls;
    private bool _follows;

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

    private LogReading? Reading => _reader?.Current;

    private bool IsLive => Sync.EndedAt is null;

    private int New => _follows || _reader is null ? 0 : _reader.Arrived - _seen;

    private string Count
    {
        get
        {
            if (_reader is null or { IsComing: true } && Sync.LogCount > Soon)
            {
                return Words["Reading"];
            }

            var all = Format(Sync.LogCount);
            return _state.Filter.IsEmpty || Reading is null ? Text["Entries", all] : Text["EntriesOf", Format(Reading.Index.Count), all];
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose() => _reader?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _reader ??= new LogReader(Logs, Logger, onlyBegins: !RendererInfo.IsInteractive, RefreshAsync);
        if (_syncKey != Sync.Key)
        {
            (_syncKey, _known, _addresses, _state) = (Sync.Key, Sync.LogCount, new LogAddresses(State), State);
            _follows = IsLive && State.Entry is null;
            await OpenAsync(State.Entry);
            await _reader.StartAsync(Sync, _state);
            return;
        }

        if (_addresses.Leads(State))
        {
            await ShowAsync(State);
        }

        if (_known != Sync.LogCount)
        {
            _known = Sync.LogCount;
            await _reader.CatchUpAsync(Sync);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_scrolls && _selected is not null && _list is { } list && Reading is { Index.Count: > 0 } reading
            && (reading.IsComplete || reading.Index.PositionOf(_selected.Seq) >= 0))
        {
            _scrolls = false;
            await list.ScrollToAsync(reading.Rows.RowOf(PlaceIn(reading, _selected.Seq)));
        }
    }

    private static string Format(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    // Where a filter keeps an entry back, what comes after it is meant.
    private static int PlaceIn(LogReading reading, int seq)
    {
        var position = reading.Index.PositionOf(seq);
        return position >= 0 ? position : Math.Min(~position, reading.Index.Count - 1);
    }

    private Task RetryAsync() => _reader!.StartAsync(Sync, _state);

    private async Task RefreshAsync()
    {
        ShowSelected();

        // Another list is made for another reading.
        if (_list is not null && _shown == Reading)
        {
            await _list.RefreshAsync();
        }

        _shown = Reading;
        StateHasChanged();
    }

    /// <summary>Shows something else, and says so in the address.</summary>
    private async Task ChangeAsync(LogState state)
    {
        var shown = ShowAsync(state with { Entry = _selected?.Seq });
        Tell();
        await shown;
    }

    private async Task ShowAsync(LogState state)
    {
        var before = _state;
        _state = state;
        if (state.Entry != _selected?.Seq)
        {
            await OpenAsync(state.Entry);
        }

        _scrolls = _selected is not null;
        if (before with { Entry = state.Entry } != state)
        {
            await _reader!.ShowAsync(Sync, state);
        }

        // Once more in what is shown now.
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
        if (_selected is { } entry && Reading is { } reading && reading.Index.PositionOf(entry.Seq) is var position and >= 0)
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
        if (_addresses.Tells(_state))
        {
            Navigation.NavigateTo(_state.Address(IntegrationId, Sync.SyncId), replace: true);
        }
    }

    private async Task ToggleAsync(int run)
    {
        Reading?.Rows.Toggle(run);
        if (_list is not null)
        {
            await _list.RefreshAsync();
        }
    }

    private void Pause()
    {
        if (_follows)
        {
            (_follows, _seen) = (false, _reader?.Arrived ?? 0);
        }
    }

    private void Follow() => _follows = true;

    private async Task GoAsync(int seq)
    {
        await OpenAsync(seq);
        if (_selected is { } entry)
        {
            Select(entry);
            await RefreshAsync();
        }
    }

    private async Task JumpAsync(IReadOnlyList<int> positions, bool backward)
    {
        if (Reading is { } reading && positions.Count > 0)
        {
            int? from = _selected is { } entry ? PlaceIn(reading, entry.Seq) : null;
            await GoAsync(reading.Index.SeqAt(LogJump.NextRow(reading.Rows, positions, from, backward)));
        }
    }

    private async Task JumpToHitAsync(bool backward)
    {
        if (Reading is { Hits.Count: > 0 } reading)
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
        else if (step != 0 && Reading is { Rows.Count: > 0 } reading)
        {
            var row = _selected is null ? 0 : Math.Clamp(reading.Rows.RowOf(PlaceIn(reading, _selected.Seq)) + step, 0, reading.Rows.Count - 1);
            await GoAsync(reading.Index.SeqAt(reading.Rows.At(row).Position));
        }
    }
}
