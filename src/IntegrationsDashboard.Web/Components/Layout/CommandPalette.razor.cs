using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Integrations;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Layout;

/// <summary>Finds pages, integrations and syncs by a few letters.</summary>
public sealed partial class CommandPalette
{
    private const int MostIntegrations = 8;

    private static readonly string NeedsAttention = new ListState
    {
        Filter = new IntegrationFilter { Statuses = StatusWords.NeedingAttention },
    }.Address;

    private IReadOnlyList<Command> _commands = [];
    private string _words = "";

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private ViewQueries Views { get; set; } = null!;

    [Inject]
    private SyncQueries Syncs { get; set; } = null!;

    [Inject]
    private IStringLocalizer<LayoutResources> Layout { get; set; } = null!;

    [Inject]
    private IStringLocalizer<OperatorResources> Operators { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ExplainResources> Explain { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool Concerns(IntegrationChanged change) => false;

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        var words = _words.Trim();
        List<Command> found = [.. Pages().Where(page => Fits(page.Label, words))];
        found.AddRange((await Views.ListAsync(scope))
            .Where(view => Fits(view.Name, words))
            .Select(view => new Command("View", view.Name, Links.List(view.Query))));
        if (words.Length > 0)
        {
            var page = await Integrations.ListAsync(scope, new IntegrationFilter { Text = words }, IntegrationSort.Attention, size: MostIntegrations);
            found.AddRange(page.Items.Select(item => new Command(
                "Integration", item.Title(), Links.Integration(item.Id), item.Subtitle(), item.Evaluation.Status)));
            found.AddRange(await SyncsAsync(words));
        }

        // What was typed since asks for itself.
        if (words == _words.Trim())
        {
            _commands = found;
        }
    }

    private static bool Fits(string label, string words) => words
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => CultureInfo.CurrentCulture.CompareInfo.IndexOf(label, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private async Task AskAsync(ChangeEventArgs input)
    {
        _words = input.Value as string ?? "";
        await RefreshAsync();
    }

    // An id is unique within an environment.
    private async Task<IEnumerable<Command>> SyncsAsync(string id)
    {
        var found = new List<Command>();
        foreach (var environment in Enum.GetValues<EnvironmentKind>())
        {
            if (Access!.ScopeOf(environment) is { } scope && await Syncs.FindAsync(scope, id) is { } sync)
            {
                found.Add(new Command("Sync", sync.SyncId, Links.Sync(sync.IntegrationId, sync.SyncId, sync.ExplainingEntry), Layout[$"Environment_{environment}"]));
            }
        }

        return found;
    }

    private IEnumerable<Command> Pages()
    {
        yield return Page("Overview", Links.Overview);
        yield return Page("Integrations", Links.Integrations);
        yield return new Command("Page", Text["NeedsAttention"], NeedsAttention);
        yield return Page("Connections", Links.Connections);
        if (Access!.May(Rights.Administer))
        {
            yield return Page("Keys", Links.Keys);
            yield return Page("Webhooks", Links.Webhooks);
            yield return Page("Members", Links.Members);
            yield return Page("Audit", Links.Audit);
        }

        if (Access.Person.IsOperator)
        {
            yield return new Command("Page", Operators["Title"], Links.QualityAssurance);
            yield return new Command("Page", Explain["PageTitle"], Links.ErrorPatterns);
            yield return Page("Workspaces", Links.Workspaces);
        }

        yield return Page("Account", Links.Account);
        yield return Page("Notifications", Links.Notifications);
        yield return Page("ApiReference", Links.ApiReference);
    }

    private Command Page(string key, string address) => new("Page", Layout[key], address);
}
