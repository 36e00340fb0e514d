using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Overview;

/// <summary>What there is to know about the workspace at a glance: what needs somebody, what changed, and how the syncs do.</summary>
public sealed partial class OverviewPage
{
    private const int MostAttention = 10;
    private const int MostTurns = 200;

    private static readonly TimeSpan LastDay = TimeSpan.FromHours(24);

    private OverviewState _state = OverviewState.Parse(null, null);
    private IReadOnlyDictionary<IntegrationStatus, int> _counts = new Dictionary<IntegrationStatus, int>();
    private IReadOnlyList<OverviewTurn> _turns = [];
    private AilingView? _ailing;
    private RatesView? _rates;

    /// <summary>An environment; both where it is left out.</summary>
    [SupplyParameterFromQuery(Name = "environment")]
    public string? Environment { get; set; }

    /// <summary>How many days the charts show: 30 or 90.</summary>
    [SupplyParameterFromQuery(Name = "days")]
    public int? Days { get; set; }

    [Inject]
    private OverviewQueries Overview { get; set; } = null!;

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private IStringLocalizer<OverviewResources> Text { get; set; } = null!;

    [Inject]
    private IStringLocalizer<IntegrationsResources> List { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromSeconds(2);

    private string Summary
    {
        get
        {
            var shown = _counts.Where(count => count.Key != IntegrationStatus.Deleted).Sum(count => count.Value);
            var ill = _counts.Where(count => count.Key.NeedsAttention()).Sum(count => count.Value);
            return shown == 0 ? "" : ill == 0 ? List["AllWell", shown] : List["NeedAttention", ill, shown];
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        var state = OverviewState.Parse(Environment, Days);
        var counts = await Integrations.CountsAsync(scope, new IntegrationFilter { Environment = state.Environment });
        var ailing = await Overview.AilingAsync(scope, state.Environment, MostAttention);
        var turns = await Overview.TurnsAsync(scope, state.Environment, Viewer.Moments.Now - LastDay, MostTurns);
        var rates = await Overview.RatesAsync(scope, state.Environment, state.Days);

        // All at once: a page never shows the answers of one question beside those of another.
        (_state, _counts, _ailing, _turns, _rates) = (state, counts, ailing, turns, rates);
    }
}
