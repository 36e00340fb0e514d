using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>The list of all integrations, the ones that need a person first.</summary>
public sealed partial class IntegrationsPage
{
    private const int PageSize = 60;
    private const int SectionSize = 20;
    private const int OpenAtFirst = 3;
    private const int ShareDays = 30;

    private readonly ListSelection _selection = new();

    // What the viewer has opened and closed themselves.
    private readonly Dictionary<string, bool> _opened = [];

    private ListState _state = new();
    private Page<IntegrationView> _page = new([], null, null);
    private IReadOnlyList<ListSection>? _sections;
    private IReadOnlyDictionary<string, SyncShare> _shares = new Dictionary<string, SyncShare>();
    private IReadOnlyDictionary<IntegrationStatus, int> _counts = new Dictionary<IntegrationStatus, int>();
    private IReadOnlyList<string> _tools = [];
    private IReadOnlyList<SavedView> _views = [];
    private bool _hasDemonstration;

    /// <summary>Status words, parted by commas.</summary>
    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    /// <summary>Words to search for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>A category.</summary>
    [SupplyParameterFromQuery(Name = "category")]
    public string? Category { get; set; }

    /// <summary>A tool's id.</summary>
    [SupplyParameterFromQuery(Name = "tool")]
    public string? Tool { get; set; }

    /// <summary>An organisation of end users.</summary>
    [SupplyParameterFromQuery(Name = "customer")]
    public string? Customer { get; set; }

    /// <summary>An environment.</summary>
    [SupplyParameterFromQuery(Name = "environment")]
    public string? Environment { get; set; }

    /// <summary>An order: attention, name, last_sync or since; a hyphen before it turns it round.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>What the list is grouped by: customer, tool, status or environment.</summary>
    [SupplyParameterFromQuery(Name = "group")]
    public string? Group { get; set; }

    /// <summary>Words of columns, parted by commas.</summary>
    [SupplyParameterFromQuery(Name = "columns")]
    public string? Columns { get; set; }

    /// <summary>How high rows are: compact for one line.</summary>
    [SupplyParameterFromQuery(Name = "density")]
    public string? Density { get; set; }

    /// <summary>The word all for the plain list, whatever the viewer's default view.</summary>
    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    /// <summary>The cursor after which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>The cursor before which the page ends.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private GroupQueries Groups { get; set; } = null!;

    [Inject]
    private SelectionQueries Selections { get; set; } = null!;

    [Inject]
    private ViewQueries Views { get; set; } = null!;

    [Inject]
    private IStringLocalizer<IntegrationsResources> Text { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    private bool MayAct => Scope?.May(Rights.Act) == true;

    // Nothing to filter: the first thing to do is to report one.
    private bool IsEmpty => IsLoaded && _tools.Count == 0 && !_state.IsFiltered;

    private IReadOnlyList<IntegrationView> Shown => _sections is null ? _page.Items : [.. _sections.SelectMany(section => section.Items ?? [])];

    private bool HasRows => _sections is null ? _page.Items.Count > 0 : _sections.Count > 0;

    private string Summary
    {
        get
        {
            var shown = _counts.Where(count => count.Key != IntegrationStatus.Deleted).Sum(count => count.Value);
            var ill = _counts.Where(count => count.Key.NeedsAttention()).Sum(count => count.Value);
            return shown == 0 ? "" : ill == 0 ? Text["AllWell", shown] : Text["NeedAttention", ill, shown];
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();

        // A list that is opened without a word about what to show shows what the viewer has chosen for that.
        if (!new Uri(Navigation.Uri).Query.Contains('=', StringComparison.Ordinal) && _views.FirstOrDefault(view => view.IsDefault) is { Query.Length: > 0 } chosen)
        {
            Navigation.NavigateTo(Links.List(chosen.Query), replace: true);
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        var state = ListState.Parse(Parameter);
        var views = await Views.ListAsync(scope);
        state = state with { SaysAll = state.SaysAll || views.Any(view => view.IsDefault) };
        var counts = await Integrations.CountsAsync(scope, state.Filter);
        var sections = state.Group is { } grouping ? await SectionsAsync(scope, state, grouping) : null;
        var page = sections is null
            ? await Integrations.ListAsync(
                scope, state.Filter, state.Sort, state.Descending, state.Before ?? state.After, state.Before is not null, PageSize)
            : new Page<IntegrationView>([], null, null);
        var shares = state.Columns.Contains(ListColumn.Success)
            ? await SharesAsync(scope, [.. page.Items, .. sections?.SelectMany(section => section.Items ?? []) ?? []])
            : new Dictionary<string, SyncShare>();
        var tools = await Integrations.ToolsAsync(scope);
        var hasDemonstration = await Integrations.HasDemonstrationAsync(scope);
        if (state.Unpaged != _state.Unpaged)
        {
            _selection.Clear();
        }

        // All at once: a page never shows the rows of one question under the chips of another.
        (_state, _counts, _page, _sections, _tools, _hasDemonstration) = (state, counts, page, sections, tools, hasDemonstration);
        (_views, _shares) = (views, shares);
    }

    private string? Parameter(string name) => name switch
    {
        "status" => Status,
        "q" => Query,
        "category" => Category,
        "tool" => Tool,
        "customer" => Customer,
        "environment" => Environment,
        "sort" => Sort,
        "group" => Group,
        "columns" => Columns,
        "density" => Density,
        "view" => View,
        "after" => After,
        "before" => Before,
        _ => null,
    };

    private async Task<IReadOnlyList<ListSection>> SectionsAsync(WorkspaceScope scope, ListState state, IntegrationGrouping grouping)
    {
        if (grouping != _state.Group)
        {
            _opened.Clear();
        }

        var groups = await Groups.ListAsync(scope, state.Filter, grouping);
        var open = groups.Where(group => group.Attention > 0).Take(OpenAtFirst).ToList();
        if (open.Count == 0)
        {
            open.AddRange(groups.Take(1));
        }

        var sections = new List<ListSection>();
        foreach (var group in groups)
        {
            var isOpen = _opened.GetValueOrDefault(group.Key, open.Contains(group));
            sections.Add(new ListSection(
                group,
                isOpen ? (await Integrations.ListAsync(scope, state.Within(group).Filter, state.Sort, state.Descending, size: SectionSize)).Items : null));
        }

        return sections;
    }

    private async Task<IReadOnlyDictionary<string, SyncShare>> SharesAsync(WorkspaceScope scope, IReadOnlyList<IntegrationView> items) =>
        await Selections.SharesAsync(
            scope, [.. items.Select(item => item.Id)], DateOnly.FromDateTime(Viewer.Moments.Now.UtcDateTime).AddDays(1 - ShareDays));

    private async Task ToggleAsync(ListSection section)
    {
        _opened[section.Group.Key] = section.Items is null;
        await RefreshAsync();
    }
}
