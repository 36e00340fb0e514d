using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Hosting;
using IntegrationsDashboard.Web.Sandbox;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Sandbox;

/// <summary>Where the sandbox is broken and mended, each company beside the status of the integration that reads it.</summary>
public sealed partial class SandboxPage
{
    private const int MostIntegrations = 200;

    private Dictionary<string, IntegrationView> _integrations = [];
    private Dictionary<string, ConnectionView> _connections = [];

    [Inject]
    private SandboxAccounts Accounts { get; set; } = null!;

    [Inject]
    private DashboardOptions Options { get; set; } = null!;

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private ConnectionQueries Connections { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Options.Sandbox is null)
        {
            Navigation.NotFound();
        }

        if (RendererInfo.IsInteractive)
        {
            Accounts.Changed += OnChanged;
        }
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        // Whoever connects a company again, for an organisation of its name, finds the newer integration here.
        var page = await Integrations.ListAsync(
            scope, new IntegrationFilter { Tool = SandboxTool.Id }, IntegrationSort.Attention, size: MostIntegrations);
        var integrations = page.Items
            .Where(integration => integration.Evaluation.Status != IntegrationStatus.Deleted)
            .GroupBy(integration => integration.EndUser.OrganizationName)
            .ToDictionary(group => group.Key, group => group.MaxBy(integration => integration.CreatedAt)!);
        var connections = new Dictionary<string, ConnectionView>();
        foreach (var account in Accounts.All)
        {
            if (integrations.TryGetValue(account.Company, out var integration)
                && await Connections.FindAsync(scope, integration.Id) is { } connection)
            {
                connections.Add(account.Company, connection);
            }
        }

        (_integrations, _connections) = (integrations, connections);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Accounts.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);
}
