using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>The list of all integrations, the ones that need a person first.</summary>
public sealed partial class IntegrationsPage
{
    private const int PageSize = 60;

    private ListState _state = new();
    private Page<IntegrationView> _page = new([], null, null);
    private IReadOnlyDictionary<IntegrationStatus, int> _counts = new Dictionary<IntegrationStatus, int>();
    private IReadOnlyList<string> _tools = [];
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

    /// <summary>An environment.</summary>
    [SupplyParameterFromQuery(Name = "environment")]
    public string? Environment { get; set; }

    /// <summary>An order: attention, name, last_sync or since; a hyphen before it turns it round.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The cursor after which the page begins.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>The cursor before which the page ends.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private IStringLocalizer<IntegrationsResources> Text { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    private bool MayAct => Scope?.May(Rights.Act) == true;

    // Nothing to filter: the first thing to do is to report one.
    private bool IsEmpty => IsLoaded && _tools.Count == 0 && !_state.IsFiltered;

    private string Summary
    {
        get
        {
            var shown = _counts.Where(count => count.Key != IntegrationStatus.Deleted).Sum(count => count.Value);
            var ill = shown - _counts.GetValueOrDefault(IntegrationStatus.Active) - _counts.GetValueOrDefault(IntegrationStatus.Inactive);
            return shown == 0 ? "" : ill == 0 ? Text["AllWell", shown] : Text["NeedAttention", ill, shown];
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        var state = ListState.Parse(Status, Query, Category, Tool, Environment, Sort, After, Before);
        var counts = await Integrations.CountsAsync(scope, state.Filter);
        var backward = state.Before is not null;
        var page = await Integrations.ListAsync(
            scope, state.Filter, state.Sort, state.Descending, state.Before ?? state.After, backward, PageSize);
        var tools = await Integrations.ToolsAsync(scope);
        var hasDemonstration = await Integrations.HasDemonstrationAsync(scope);

        // All at once: a page never shows the rows of one question under the chips of another.
        (_state, _counts, _page, _tools, _hasDemonstration) = (state, counts, page, tools, hasDemonstration);
    }
}
