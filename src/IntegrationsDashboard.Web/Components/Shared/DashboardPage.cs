using IntegrationsDashboard.Store;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components;

namespace IntegrationsDashboard.Web.Components.Shared;

/// <summary>
/// What every page does: it loads within the viewer's workspace, loads again when something it shows has changed, and says so
/// when it could not.
/// </summary>
public abstract class DashboardPage : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private int? _subscribedTo;
    private int _refreshes;

    /// <summary>The viewer.</summary>
    [Inject]
    protected Viewer Viewer { get; set; } = null!;

    /// <summary>The addresses.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Who looks at the page; null for nobody who is signed in.</summary>
    protected Access? Access { get; private set; }

    /// <summary>What the page may read and write; null where no workspace is open to the viewer.</summary>
    protected WorkspaceScope? Scope { get; private set; }

    /// <summary>Whether the page has what it shows.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>Whether the last attempt to load failed.</summary>
    protected bool HasFailed { get; private set; }

    /// <summary>How long it waits after each read: under a storm of changes a page still reads only a few times a second.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromMilliseconds(150);

    /// <summary>Whether the page shows what belongs to other workspaces too; for operators' pages.</summary>
    protected virtual bool ShowsEveryWorkspace => false;

    [Inject]
    private CurrentAccess Current { get; set; } = null!;

    [Inject]
    private ChangeFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(WorkspaceScope scope);

    /// <summary>Whether the page shows something that the change is about.</summary>
    protected virtual bool Concerns(IntegrationChanged change) => true;

    /// <summary>Lets go of what the page holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _subscription?.Dispose();
            Viewer.Tick -= OnTick;
        }
    }

    /// <summary>Which of what is open to the viewer the page shows.</summary>
    protected virtual ValueTask<WorkspaceScope?> FindScopeAsync(Access access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return ValueTask.FromResult(access.Scope);
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Access = await Current.FindAsync();
        Scope = Access is null ? null : await FindScopeAsync(Access);
        if (Scope is { } scope && RendererInfo.IsInteractive && _subscribedTo != scope.WorkspaceId)
        {
            // Before the first read, so that nothing falls between the two.
            if (_subscribedTo is null)
            {
                Viewer.Tick += OnTick;
            }

            _subscription?.Dispose();
            _subscription = ShowsEveryWorkspace ? Feed.SubscribeToAll(OnChange) : Feed.Subscribe(scope.WorkspaceId, OnChange);
            _subscribedTo = scope.WorkspaceId;
        }

        await RefreshAsync();
    }

    /// <summary>Loads again.</summary>
    protected async Task RefreshAsync()
    {
        try
        {
            if (Scope is { } scope)
            {
                await LoadAsync(scope);
            }

            IsLoaded = true;
            HasFailed = false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            HasFailed = true;
            Loggers.CreateLogger(GetType()).LogError(exception, "The page {Page} could not load.", Navigation.Uri);
        }
    }

    private void OnTick()
    {
        if (!Current.HasEnded)
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private void OnChange(IntegrationChanged change)
    {
        if (!Current.HasEnded && Concerns(change) && Interlocked.Increment(ref _refreshes) == 1)
        {
            _ = InvokeAsync(FollowAsync);
        }
    }

    private async Task FollowAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _refreshes);
            await RefreshAsync();
            StateHasChanged();
            await Task.Delay(Pause, Time);
        }
        while (Interlocked.CompareExchange(ref _refreshes, 0, seen) != seen);
    }
}
