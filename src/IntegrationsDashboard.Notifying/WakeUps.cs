using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Notifying;

/// <summary>Says when to look for something to do: after every commit of this process, and every second for those of others.</summary>
internal sealed class WakeUps : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;
    private volatile TaskCompletionSource _next = New();

    public WakeUps(ChangeFeed feed, TimeProvider time, CancellationToken stopping)
    {
        _subscription = feed.SubscribeToAll(_ => _next.TrySetResult());
        _timer = time.CreateTimer(_ => _next.TrySetResult(), null, Longest, Longest);
        _stopping = stopping.Register(() => _next.TrySetResult());
    }

    /// <summary>Done at the next occasion from now on: ask before looking, and nothing falls between.</summary>
    public Task NextAsync()
    {
        if (_next.Task.IsCompleted)
        {
            _next = New();
        }

        return _next.Task;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
        _subscription.Dispose();
    }

    // Whoever wakes us is within a commit and must not be made to do our work.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
