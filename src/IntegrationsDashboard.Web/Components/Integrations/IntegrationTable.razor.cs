using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>The rows of the list, in groups or without.</summary>
public sealed partial class IntegrationTable : IDisposable
{
    private ListSelection? _heard;

    /// <summary>What the list shows.</summary>
    [Parameter, EditorRequired]
    public ListState State { get; set; } = new();

    /// <summary>The rows, of all groups.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<IntegrationView> Items { get; set; } = [];

    /// <summary>The groups; null where there are none.</summary>
    [Parameter]
    public IReadOnlyList<ListSection>? Sections { get; set; }

    /// <summary>How many of their syncs succeeded, where that is shown.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, SyncShare> Shares { get; set; } = new Dictionary<string, SyncShare>();

    /// <summary>What is picked.</summary>
    [Parameter]
    public ListSelection Selection { get; set; } = new();

    /// <summary>Opens or closes a group.</summary>
    [Parameter]
    public EventCallback<ListSection> OnToggle { get; set; }

    /// <summary>Whether the viewer may act on them.</summary>
    [Parameter]
    public bool MayAct { get; set; } = true;

    private IReadOnlyList<string> Ids => [.. Items.Select(item => item.Id)];

    private static IntegrationSort? SortOf(ListColumn column) => column switch
    {
        ListColumn.Since => IntegrationSort.Since,
        ListColumn.LastSync => IntegrationSort.LastSync,
        _ => null,
    };

    private string? Direction(IntegrationSort sort)
    {
        if (sort != State.Sort)
        {
            return null;
        }

        // Times begin with the latest, which is descending.
        return State.Descending ^ sort is IntegrationSort.LastSync or IntegrationSort.Since ? "descending" : "ascending";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_heard is not null)
        {
            _heard.Changed -= OnPicked;
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_heard != Selection)
        {
            Dispose();
            _heard = Selection;
            Selection.Changed += OnPicked;
        }
    }

    private void OnPicked() => _ = InvokeAsync(StateHasChanged);
}
