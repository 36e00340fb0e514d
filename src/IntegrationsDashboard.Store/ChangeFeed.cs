using System.Collections.Immutable;

namespace IntegrationsDashboard.Store;

/// <summary>Tells the open pages of this process what has just been committed.</summary>
public sealed class ChangeFeed
{
    private ImmutableArray<Subscription> _subscriptions = [];
    private ImmutableArray<AccessSubscription> _accessSubscriptions = [];
    private ImmutableArray<PatternSubscription> _patternSubscriptions = [];

    /// <summary>
    /// Calls <paramref name="onChange"/> for every change in the workspace until the returned handle is disposed.
    /// The call comes on the writer's thread, but in the subscriber's language: it must return at once and not throw.
    /// </summary>
    public IDisposable Subscribe(int workspaceId, Action<IntegrationChanged> onChange) => Add(workspaceId, onChange);

    /// <summary>As <see cref="Subscribe"/>, for every workspace; for those who run the dashboard.</summary>
    public IDisposable SubscribeToAll(Action<IntegrationChanged> onChange) => Add(null, onChange);

    /// <summary>Calls <paramref name="onChange"/> when what a person may do has changed; as <see cref="Subscribe"/> else.</summary>
    public IDisposable SubscribeToAccess(Guid personId, Action onChange)
    {
        var subscription = new AccessSubscription(this, personId, onChange);
        ImmutableInterlocked.Update(ref _accessSubscriptions, all => all.Add(subscription));
        return subscription;
    }

    /// <summary>Calls <paramref name="onChange"/> when the operators' error patterns have changed; as <see cref="Subscribe"/> else.</summary>
    public IDisposable SubscribeToPatterns(Action onChange)
    {
        var subscription = new PatternSubscription(this, onChange);
        ImmutableInterlocked.Update(ref _patternSubscriptions, all => all.Add(subscription));
        return subscription;
    }

    internal void PublishPatterns()
    {
        foreach (var subscription in _patternSubscriptions)
        {
            subscription.Call();
        }
    }

    internal void Publish(IEnumerable<IntegrationChanged> changes, IEnumerable<AccessChanged> accessChanges)
    {
        foreach (var change in accessChanges)
        {
            foreach (var subscription in _accessSubscriptions.Where(s => s.PersonId == change.PersonId))
            {
                subscription.Call();
            }
        }

        var subscriptions = _subscriptions;
        foreach (var change in changes)
        {
            foreach (var subscription in subscriptions)
            {
                if (subscription.WorkspaceId is null || subscription.WorkspaceId == change.WorkspaceId)
                {
                    subscription.Call(change);
                }
            }
        }
    }

    private Subscription Add(int? workspaceId, Action<IntegrationChanged> onChange)
    {
        var subscription = new Subscription(this, workspaceId, onChange);
        ImmutableInterlocked.Update(ref _subscriptions, all => all.Add(subscription));
        return subscription;
    }

    // Whoever writes may read another language than whoever looks on: what follows from a change goes on in the context of the latter.
    private abstract record Subscriber
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        protected void InItsContext(Action call)
        {
            if (_context is null)
            {
                call();
            }
            else
            {
                ExecutionContext.Run(_context, state => ((Action)state!)(), call);
            }
        }
    }

    private sealed record Subscription(ChangeFeed Feed, int? WorkspaceId, Action<IntegrationChanged> OnChange) : Subscriber, IDisposable
    {
        public void Call(IntegrationChanged change) => InItsContext(() => OnChange(change));

        public void Dispose() => ImmutableInterlocked.Update(ref Feed._subscriptions, all => all.Remove(this, ReferenceEqualityComparer.Instance));
    }

    private sealed record PatternSubscription(ChangeFeed Feed, Action OnChange) : Subscriber, IDisposable
    {
        public void Call() => InItsContext(OnChange);

        public void Dispose() =>
            ImmutableInterlocked.Update(ref Feed._patternSubscriptions, all => all.Remove(this, ReferenceEqualityComparer.Instance));
    }

    private sealed record AccessSubscription(ChangeFeed Feed, Guid PersonId, Action OnChange) : Subscriber, IDisposable
    {
        public void Call() => InItsContext(OnChange);

        public void Dispose() =>
            ImmutableInterlocked.Update(ref Feed._accessSubscriptions, all => all.Remove(this, ReferenceEqualityComparer.Instance));
    }
}
