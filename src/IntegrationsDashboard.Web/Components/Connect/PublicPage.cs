using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Components.Connect;

/// <summary>What the pages that links lead to have in common: the token is all that their reader has.</summary>
public abstract class PublicPage : ComponentBase
{
    /// <summary>The token in the address.</summary>
    [Parameter]
    public string Token { get; set; } = "";

    /// <summary>What the token leads to; null before that is known.</summary>
    protected OpenedLink? Opened { get; private set; }

    /// <summary>The kind of link that the page is for.</summary>
    protected abstract LinkKind Kind { get; }

    /// <summary>The integration that the link is about; null where there is none, or not any more.</summary>
    protected IntegrationView? Item { get; private set; }

    /// <summary>Why the page shows nothing else.</summary>
    protected LinkState Closed =>
        Opened is { State: not LinkState.Open, Link: { } link } && link.Kind == Kind ? Opened.State : LinkState.Unknown;

    /// <summary>Whether the page's work is done.</summary>
    protected bool IsDone { get; set; }

    /// <summary>The texts.</summary>
    [Inject]
    protected IStringLocalizer<ConnectResources> Text { get; set; } = null!;

    /// <summary>The use cases.</summary>
    [Inject]
    protected ConnectionDesk Desk { get; set; } = null!;

    /// <summary>The tools.</summary>
    [Inject]
    protected ToolRegistry Tools { get; set; } = null!;

    [Inject]
    private LinkTokens Tokens { get; set; } = null!;

    [Inject]
    private IntegrationQueries Integrations { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Opened = await Tokens.OpenAsync(Token);
        if (Opened is not { State: LinkState.Open, Link: { } link } || link.Kind != Kind)
        {
            return;
        }

        Item = link.IntegrationId is { } id && await Integrations.FindAsync(Opened.Scope, id) is { Evaluation.Status: not IntegrationStatus.Deleted } item
            ? item
            : null;
        await LoadAsync(Opened.Scope);
    }

    /// <summary>Reads what the page shows.</summary>
    protected virtual Task LoadAsync(WorkspaceScope scope) => Task.CompletedTask;
}
