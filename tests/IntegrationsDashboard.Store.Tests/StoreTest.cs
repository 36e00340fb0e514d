namespace IntegrationsDashboard.Store.Tests;

/// <summary>A test class whose every test has a store of its own.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected TestStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.CreateAsync();
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
    }

    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
