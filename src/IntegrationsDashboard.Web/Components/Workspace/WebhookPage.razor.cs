using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>One webhook: how it is, what was sent to it, and what came of it.</summary>
public sealed partial class WebhookPage
{
    private const int Step = 50;

    private Webhook? _webhook;
    private NoticeChoice? _choice;
    private DeliveriesState _state = new(0);
    private IReadOnlyList<DeliveryCount> _lastDay = [];
    private IReadOnlyList<Delivery> _deliveries = [];
    private NewWebhookSecret? _created;
    private bool _changing;
    private bool _hasMore;
    private int _shown = Step;

    /// <summary>The webhook's number.</summary>
    [Parameter]
    public int Id { get; set; }

    /// <summary>Which deliveries: those that are <c>pending</c>, <c>delivered</c> or <c>given-up</c>.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>Messages of which type.</summary>
    [SupplyParameterFromQuery(Name = "type")]
    public string? Type { get; set; }

    // The policy asks about the workspace that the viewer looks at; the webhook's own may be another.
    private OpenWorkspace? Own => Scope is { } scope && scope.May(Rights.Administer)
        ? Access?.Person.Workspaces.FirstOrDefault(workspace => workspace.Id == scope.WorkspaceId)
        : null;

    /// <summary>The workspace that the webhook belongs to, whichever the viewer looks at: links lead where they say.</summary>
    protected override async ValueTask<WorkspaceScope?> FindScopeAsync(Access access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return await Webhooks.WorkspaceOfAsync(Id, access.WorkspaceIds) is { } workspaceId ? access.ScopeOf(workspaceId) : access.Scope;
    }

    /// <inheritdoc/>
    protected override bool Concerns(IntegrationChanged change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.IntegrationId is null;
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(WorkspaceScope scope)
    {
        var webhook = Own is null ? null : await Webhooks.FindAsync(scope, Id);
        if (webhook is null)
        {
            // Deleted meanwhile by somebody else, it is still shown as it was; what is done to it then says that it is gone.
            if (_webhook?.Id != Id)
            {
                Navigation.NotFound();
            }

            return;
        }

        var state = DeliveriesState.Parse(Id, State, Type);
        if (state != _state)
        {
            _shown = Step;
        }

        // One more than is shown tells whether there are older ones.
        var deliveries = await Webhooks.DeliveriesAsync(scope, Id, state.Filter, size: _shown + 1);
        var lastDay = await Webhooks.LastDayAsync(scope, Id);
        var choice = webhook.Format == WebhookFormat.Slack ? (await Notices.ChannelsAsync(scope)).GetValueOrDefault(Id) : null;
        (_webhook, _choice, _state, _lastDay) = (webhook, choice, state, lastDay);
        (_deliveries, _hasMore) = ([.. deliveries.Take(_shown)], deliveries.Count > _shown);
    }

    private Task ShowOlderAsync()
    {
        _shown += Step;
        return RefreshAsync();
    }

    private async Task ShowAsync(NewWebhookSecret created)
    {
        _created = created;
        await RefreshAsync();
    }

    private async Task HasChangedAsync()
    {
        _changing = false;
        await RefreshAsync();
    }
}
