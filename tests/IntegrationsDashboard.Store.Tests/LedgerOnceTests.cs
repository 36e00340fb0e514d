using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>A call with an idempotency key does what it does once.</summary>
public sealed class LedgerOnceTests : StoreTest
{
    private int _made;

    [Fact]
    public async Task The_same_call_gives_what_the_first_one_made()
    {
        Assert.Equal("1", await OnceAsync("key", "call"));
        Assert.Equal("1", await OnceAsync("key", "call"));
        Assert.Equal("2", await OnceAsync("other", "call"));
        Assert.Equal("3", await OnceAsync(null, "call"));
        Assert.Equal("4", await OnceAsync(null, "call"));
    }

    [Fact]
    public async Task A_key_belongs_to_one_call_of_one_environment()
    {
        await OnceAsync("key", "call");

        await Assert.ThrowsAsync<RefusedReportException>(() => OnceAsync("key", "another"));
        Assert.Equal("2", await OnceAsync("key", "another", Store.Development));
    }

    [Fact]
    public async Task What_failed_can_be_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.WriteAsync(
            session => session.OnceAsync(Store.Production, "key", "call", () => throw new InvalidOperationException("Fails."))));

        Assert.Equal("1", await OnceAsync("key", "call"));
    }

    [Fact]
    public async Task It_is_remembered_for_a_day()
    {
        await OnceAsync("key", "call");
        Store.Time.Advance(RetentionRules.IdempotentCalls - TimeSpan.FromSeconds(1));
        await Store.Ledger.EraseOutdatedAsync(new RetentionRules());
        Assert.Equal("1", await OnceAsync("key", "call"));

        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Store.Ledger.EraseOutdatedAsync(new RetentionRules());

        Assert.Equal("2", await OnceAsync("key", "call"));
    }

    private Task<string> OnceAsync(string? key, string fingerprint, WorkspaceScope? scope = null) => Store.Ledger.WriteAsync(
        session => session.OnceAsync(scope ?? Store.Production, key, fingerprint, () => Task.FromResult($"{++_made}")));
}
