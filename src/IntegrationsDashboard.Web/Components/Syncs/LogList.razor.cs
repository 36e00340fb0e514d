using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>The rows of a log: a virtual list of equally high ones, and beside it where in the list its problems are.</summary>
public sealed partial class LogList
{
    // Also in LogRow.razor.css and RequestRow.razor.css: the virtual list counts on it.
    private const int RowHeight = 28;

    // More parts than the map is high in pixels would not be seen.
    private const int Parts = 400;

    private ElementReference _list;
    private Virtualize<LogLine>? _rows;
    private string _levels = "";

    /// <summary>What has been read of the log.</summary>
    [Parameter, EditorRequired]
    public LogReading Reading { get; set; } = null!;

    /// <summary>The sync.</summary>
    [Parameter, EditorRequired]
    public Sync Sync { get; set; } = null!;

    /// <summary>The sequence number of the entry that is open.</summary>
    [Parameter]
    public int? Selected { get; set; }

    /// <summary>What is marked in the rows; null for nothing.</summary>
    [Parameter]
    public string? Sought { get; set; }

    /// <summary>Whether requests are shown within the time of the sync.</summary>
    [Parameter]
    public bool ShowsRequests { get; set; }

    /// <summary>Whether further entries are to be expected.</summary>
    [Parameter]
    public bool IsLive { get; set; }

    /// <summary>Whether the end stays in sight then.</summary>
    [Parameter]
    public bool Follows { get; set; }

    /// <summary>Opens an entry.</summary>
    [Parameter]
    public EventCallback<LogEntry> OnSelect { get; set; }

    /// <summary>Unfolds a run, or folds it again.</summary>
    [Parameter]
    public EventCallback<int> OnToggle { get; set; }

    /// <summary>A key was pressed in the list.</summary>
    [Parameter]
    public EventCallback<KeyboardEventArgs> OnKey { get; set; }

    [Inject]
    private LogQueries Logs { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateTimeOffset Until => Sync.EndedAt ?? Time.GetUtcNow();

    /// <summary>Shows what has changed in what was read.</summary>
    public async Task RefreshAsync()
    {
        Map();
        if (_rows is not null)
        {
            await _rows.RefreshDataAsync();
        }
    }

    /// <summary>Puts a row into sight.</summary>
    public ValueTask ScrollToAsync(int row) => Js.InvokeVoidAsync("dashboard.scrollTo", _list, (double)row * RowHeight, RowHeight);

    /// <inheritdoc/>
    protected override void OnInitialized() => Map();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Js.InvokeVoidAsync("dashboard.log", _list);
        }
    }

    private void Map() => _levels = Reading.Rows.Levels(Parts);

    private async ValueTask<ItemsProviderResult<LogLine>> ProvideAsync(ItemsProviderRequest request)
    {
        var reading = Reading;
        var all = reading.Rows.Count;
        var count = Math.Min(request.Count, all - request.StartIndex);
        if (count <= 0)
        {
            return new ItemsProviderResult<LogLine>([], all);
        }

        var rows = Enumerable.Range(request.StartIndex, count)
            .Select(row => (Row: row, Place: reading.Rows.At(row)))
            .ToDictionary(row => reading.Index.SeqAt(row.Place.Position));
        var entries = await Logs.EntriesAsync(Sync, [.. rows.Keys], request.CancellationToken);
        return new ItemsProviderResult<LogLine>([.. entries.Select(entry => new LogLine(entry, rows[entry.Seq].Place, rows[entry.Seq].Row))], all);
    }
}
