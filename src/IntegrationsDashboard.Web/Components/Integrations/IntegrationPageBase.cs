using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Components.Shared;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Integrations;

/// <summary>What the pages about one integration have in common.</summary>
public abstract class IntegrationPageBase : DashboardPage
{
    /// <summary>The integration's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The integration; null where the workspace has none of this id.</summary>
    protected IntegrationView? Integration { get; private set; }

    /// <summary>How it is synced from here; null where its syncs are reported from outside.</summary>
    protected ConnectionView? Connection { get; private set; }

    /// <summary>What the integration is called.</summary>
    protected string Name => Integration is null ? "" : $"{Integration.Title()} – {Integration.Subtitle()}";

    /// <summary>Its status, and all that goes with it.</summary>
    protected Evaluation Evaluation => Integration!.Evaluation;

    /// <summary>The words for statuses and reasons.</summary>
    [Inject]
    protected StatusTexts Texts { get; set; } = null!;

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    [Inject]
    private PeopleQueries People { get; set; } = null!;

    [Inject]
    private ConnectionQueries Connections { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool Concerns(IntegrationChanged change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.IntegrationId is null || change.IntegrationId == Id;
    }

    /// <summary>The workspace that the integration belongs to, whichever the viewer looks at: links lead where they say.</summary>
    protected override async ValueTask<WorkspaceScope?> FindScopeAsync(Access access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return await People.WorkspaceOfAsync(Id, access.WorkspaceIds) is { } workspaceId ? access.ScopeOf(workspaceId) : access.Scope;
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        Connection = await Connections.FindAsync(scope, Id);
        Integration = await Integrations.FindAsync(scope, Id);
        if (Integration is null)
        {
            Navigation.NotFound();
        }
    }
}
