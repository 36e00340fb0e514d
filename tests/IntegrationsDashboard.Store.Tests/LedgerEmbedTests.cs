using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Statuses that are shown elsewhere.</summary>
public sealed class LedgerEmbedTests : StoreTest
{
    private Integration _integration = null!;

    [Fact]
    public async Task It_works_until_it_expires()
    {
        var embed = await CreateAsync(TimeSpan.FromDays(7));
        Assert.Equal(embed.Id, Assert.Single(await OpenAsync()).Id);
        Assert.Equal((Store.Now, Store.Now.AddDays(7)), (embed.CreatedAt, embed.ExpiresAt));

        Store.Time.Advance(TimeSpan.FromDays(7));
        Assert.Empty(await OpenAsync());
        Assert.False((await Store.Embeds.FindAsync(embed.Id, TestContext.Current.CancellationToken))!.IsOpen(Store.Now));
    }

    [Fact]
    public async Task It_works_until_it_is_revoked_once()
    {
        var embed = await CreateAsync();
        await RevokeAsync(Store.Production, embed);
        Assert.Empty(await OpenAsync());
        var at = (await Store.Embeds.FindAsync(embed.Id, TestContext.Current.CancellationToken))!.RevokedAt;
        Store.Time.Advance(TimeSpan.FromHours(1));
        await RevokeAsync(Store.Production, embed);
        Assert.Equal(at, (await Store.Embeds.FindAsync(embed.Id, TestContext.Current.CancellationToken))!.RevokedAt);
    }

    [Fact]
    public async Task Others_neither_make_nor_see_nor_revoke_it()
    {
        var embed = await CreateAsync();
        var foreign = await Store.AddWorkspaceAsync();
        foreach (var scope in new[] { foreign, Store.Development })
        {
            await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(s => s.CreateEmbedAsync(scope, New())));
            await Assert.ThrowsAsync<UnknownIdException>(() => RevokeAsync(scope, embed));
            Assert.Empty(await Store.Embeds.OpenAsync(scope, _integration.Id, TestContext.Current.CancellationToken));
        }

        var other = await Store.AddAsync();
        await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(s => s.RevokeEmbedAsync(Store.Production, other.Id, embed.Id)));
        Assert.Single(await OpenAsync());
    }

    [Fact]
    public async Task Its_time_and_origins_have_bounds()
    {
        await RefusedAsync("days", New(TimeSpan.FromHours(23)));
        await RefusedAsync("days", New(TimeSpan.FromDays(367)));
        await RefusedAsync("origins", New() with { Origins = [] });
        await RefusedAsync("origins", New() with { Origins = ["https://app.example.com/path"] });
        await RefusedAsync("origins", New() with { Origins = [.. Enumerable.Range(0, 11).Select(n => $"https://{n}.example.com")] });
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task An_origin_given_twice_counts_once()
    {
        var embed = await Store.Ledger.WriteAsync(s => s.CreateEmbedAsync(
            Store.Production, New() with { Origins = ["https://App.example.com/", "https://app.example.com:443", "http://localhost:3000"] }));
        Assert.Equal(["https://app.example.com", "http://localhost:3000"], embed.Origins);
    }

    [Fact]
    public async Task What_is_made_and_revoked_stands_in_the_audit_log()
    {
        var scope = Store.Production with { By = TestStore.Allowed(Rights.Act) };
        var embed = await Store.Ledger.WriteAsync(s => s.CreateEmbedAsync(scope, New()));
        await RevokeAsync(scope, embed);
        Assert.Equal(
            ["EmbedCreated|https://app.example.com||2026-03-03", "EmbedRevoked|https://app.example.com|2026-03-03|"],
            Store.Rows("SELECT Action, Subject, OldValue, NewValue FROM AuditEntries WHERE Action LIKE 'Embed%' ORDER BY Id"));
    }

    [Fact]
    public async Task Of_a_deleted_integration_none_is_made()
    {
        await Store.RecordAsync(_integration, new Deleted(Store.Now));
        await Assert.ThrowsAsync<UnknownIdException>(() => CreateAsync());
    }

    [Theory]
    [InlineData("https://app.example.com", "https://app.example.com")]
    [InlineData(" HTTPS://App.Example.COM/ ", "https://app.example.com")]
    [InlineData("https://app.example.com:8443", "https://app.example.com:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("http://localhost:5173", "http://localhost:5173")]
    [InlineData("http://127.0.0.1", "http://127.0.0.1")]
    [InlineData("https://[2001:db8::1]:444", "https://[2001:db8::1]:444")]
    [InlineData("http://app.example.com", null)]
    [InlineData("https://app.example.com/page", null)]
    [InlineData("https://app.example.com?a", null)]
    [InlineData("https://app.example.com#a", null)]
    [InlineData("https://ada@app.example.com", null)]
    [InlineData("https://*.example.com", null)]
    [InlineData("https://a.example;script-src *", null)]
    [InlineData("https://a.example 'self'", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("app.example.com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_an_origin_is_taken_for_one(string? text, string? origin) => Assert.Equal(origin, EmbedOrigin.TryRead(text));

    protected override async Task PrepareAsync() => _integration = await Store.AddAsync();

    private NewEmbed New(TimeSpan? life = null) => new(_integration.Id, ["https://app.example.com"], life ?? TimeSpan.FromDays(1));

    private Task<Embed> CreateAsync(TimeSpan? life = null) => Store.Ledger.WriteAsync(s => s.CreateEmbedAsync(Store.Production, New(life)));

    private Task RevokeAsync(WorkspaceScope scope, Embed embed) => Store.Ledger.WriteAsync(s => s.RevokeEmbedAsync(scope, _integration.Id, embed.Id));

    private Task<IReadOnlyList<Embed>> OpenAsync() => Store.Embeds.OpenAsync(Store.Production, _integration.Id, TestContext.Current.CancellationToken);

    private async Task RefusedAsync(string field, NewEmbed report)
    {
        var refusal = await Assert.ThrowsAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(s => s.CreateEmbedAsync(Store.Production, report)));
        Assert.Equal(field, refusal.Field);
    }
}
