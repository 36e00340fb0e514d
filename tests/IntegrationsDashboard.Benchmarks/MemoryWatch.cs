namespace IntegrationsDashboard.Benchmarks;

/// <summary>How much memory this process takes at the most, in bytes, until it is disposed.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _thread;

    public MemoryWatch()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Look();
        (ManagedBefore, WorkingSetBefore) = (Managed, WorkingSet);

        // A thread of its own looks on time however busy the others are.
        _thread = new Thread(() =>
        {
            while (!_over.Wait(TimeSpan.FromMilliseconds(20)))
            {
                Look();
            }
        });
        _thread.Start();
    }

    /// <summary>What the program itself held at the beginning.</summary>
    public long ManagedBefore { get; }

    /// <summary>What the process took at the beginning.</summary>
    public long WorkingSetBefore { get; }

    /// <summary>The most that the program itself held, with what was not collected yet.</summary>
    public long Managed { get; private set; }

    /// <summary>The most that the process took.</summary>
    public long WorkingSet { get; private set; }

    public void Dispose()
    {
        _over.Set();
        _thread.Join();
        _over.Dispose();
    }

    private void Look()
    {
        Managed = Math.Max(Managed, GC.GetTotalMemory(false));
        WorkingSet = Math.Max(WorkingSet, Environment.WorkingSet);
    }
}
