using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>
/// The log of a sync: a virtual list of equally high rows, which holds only the sequence numbers of the entries it may show,
/// beside the entry that is open.
/// </summary>
public sealed partial class LogViewer
{
    // Also in LogRow.razor.css: the virtual list counts on it.
    private const int RowHeight = 28;

    private ElementReference _list;
    private Virtualize<LogEntry>? _rows;
    private int[] _sequence = [];
    private int _known = -1;
    private long _syncKey = -1;
    private string? _text;
    private LogEntryLevel _level;
    private LogEntry? _selected;
    private int? _asked;
    private bool _scrolls;

    /// <summary>The sync.</summary>
    [Parameter, EditorRequired]
    public Sync Sync { get; set; } = null!;

    /// <summary>The integration.</summary>
    [Parameter, EditorRequired]
    public string IntegrationId { get; set; } = "";

    /// <summary>The sequence number of the entry to open.</summary>
    [Parameter]
    public int? Entry { get; set; }

    [Inject]
    private LogQueries Logs { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private LogFilter Filter => new(_level, _text);

    private bool HasProblems => Sync.ErrorCount + Sync.WarningCount > 0;

    private string Count
    {
        get
        {
            var all = Sync.LogCount.ToString("N0", CultureInfo.CurrentCulture);
            return Filter.IsEmpty ? Text["Entries", all] : Text["EntriesOf", _sequence.Length.ToString("N0", CultureInfo.CurrentCulture), all];
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var another = _syncKey != Sync.Key;
        if (another)
        {
            (_text, _level, _selected, _asked) = (null, LogEntryLevel.Debug, null, null);
        }

        if (another || _known != Sync.LogCount)
        {
            (_syncKey, _known) = (Sync.Key, Sync.LogCount);
            await LoadAsync();
        }

        if (Entry != _asked)
        {
            _asked = Entry;
            await OpenAsync(Entry);
            _scrolls = _selected is not null;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_scrolls && _selected is not null)
        {
            _scrolls = false;
            await Js.InvokeVoidAsync("dashboard.scrollTo", _list, (double)IndexOf(_selected.Seq) * RowHeight, RowHeight);
        }
    }

    private async Task LoadAsync()
    {
        _sequence = await Logs.SequenceAsync(Sync, Filter);
        if (_rows is not null)
        {
            await _rows.RefreshDataAsync();
        }
    }

    private async ValueTask<ItemsProviderResult<LogEntry>> ProvideAsync(ItemsProviderRequest request)
    {
        var sequence = _sequence;
        var count = Math.Min(request.Count, sequence.Length - request.StartIndex);
        if (count <= 0)
        {
            return new ItemsProviderResult<LogEntry>([], sequence.Length);
        }

        var entries = await Logs.EntriesAsync(Sync, Filter, sequence[request.StartIndex], false, count, request.CancellationToken);
        return new ItemsProviderResult<LogEntry>(entries, sequence.Length);
    }

    private async Task SearchAsync(string? text)
    {
        _text = string.IsNullOrWhiteSpace(text) ? null : text;
        await FilterAsync();
    }

    private async Task LevelAsync(LogEntryLevel level)
    {
        _level = level;
        await FilterAsync();
    }

    private async Task ShowAllAsync()
    {
        (_text, _level) = (null, LogEntryLevel.Debug);
        await FilterAsync();
    }

    private async Task FilterAsync()
    {
        await LoadAsync();

        // What is open stays in sight as long as the filter lets it through.
        _scrolls = _selected is not null && Array.BinarySearch(_sequence, _selected.Seq) >= 0;
    }

    private async Task OpenAsync(int? seq) =>
        _selected = seq is not null && await Logs.EntriesAsync(Sync, new LogFilter(), seq.Value, false, 1) is [var entry] ? entry : null;

    private void Select(LogEntry entry)
    {
        (_selected, _asked) = (entry, entry.Seq);
        Navigation.NavigateTo(Links.Sync(IntegrationId, Sync.SyncId, entry.Seq), replace: true);
    }

    private void Close()
    {
        (_selected, _asked) = (null, null);
        Navigation.NavigateTo(Links.Sync(IntegrationId, Sync.SyncId), replace: true);
    }

    private async Task JumpAsync(bool backward)
    {
        var problems = Filter with { Level = LogEntryLevel.Warning };
        var from = (_selected?.Seq, backward) switch
        {
            (null, true) => int.MaxValue,
            (null, false) => 0,
            ({ } seq, true) => seq - 1,
            ({ } seq, false) => seq + 1,
        };
        var found = await Logs.EntriesAsync(Sync, problems, from, backward, 1);
        if (found is [var entry])
        {
            Select(entry);
            _scrolls = true;
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var step = key.Key switch { "j" => 1, "k" => -1, _ => 0 };
        if (key.Key == "Escape")
        {
            Close();
        }
        else if (step != 0 && _sequence.Length > 0)
        {
            var index = _selected is null ? 0 : Math.Clamp(IndexOf(_selected.Seq) + step, 0, _sequence.Length - 1);
            await OpenAsync(_sequence[index]);
            Select(_selected!);
            _scrolls = true;
        }
    }

    private int IndexOf(int seq)
    {
        var index = Array.BinarySearch(_sequence, seq);
        return index < 0 ? Math.Min(~index, _sequence.Length - 1) : index;
    }
}
