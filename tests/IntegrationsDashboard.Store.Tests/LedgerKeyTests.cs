using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>API keys: created, found, rotated, revoked.</summary>
public sealed class LedgerKeyTests : StoreTest
{
    private WorkspaceScope Admin => Store.Production with { By = TestStore.Allowed(RoleRights.Of(Role.Admin)) };

    [Fact]
    public async Task A_key_opens_its_environment_with_its_rights_and_is_stored_as_a_hash()
    {
        var created = await CreateAsync(Rights.Read | Rights.Report);

        var holder = (await Store.Workspaces.FindKeyAsync(created.Secret))!;

        Assert.Equal((Store.Production.WorkspaceId, Store.Production.EnvironmentId), (holder.Scope.WorkspaceId, holder.Scope.EnvironmentId));
        Assert.Equal((Rights.Read | Rights.Report, created.Key.Id), (holder.Scope.By!.Rights, holder.Scope.By.ApiKeyId));
        Assert.Matches("^idash_prod_[A-Za-z0-9]{44}$", created.Secret);
        Assert.EndsWith(created.Key.Hint, created.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(Store.Dump(), row => row.Contains(created.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_stops_at_its_end_and_not_before()
    {
        var created = await CreateAsync(Rights.Read, Store.Now.AddDays(30));

        Store.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Store.Workspaces.FindKeyAsync(created.Secret));

        Store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Store.Workspaces.FindKeyAsync(created.Secret));
        await Assert.ThrowsAsync<UnknownIdException>(() => RotateAsync(created.Key.Id, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_at_once()
    {
        var created = await CreateAsync(Rights.Read);

        await Store.Ledger.WriteAsync(session => session.RevokeKeyAsync(Admin, created.Key.Id));

        Assert.Null(await Store.Workspaces.FindKeyAsync(created.Secret));
        await Assert.ThrowsAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(session => session.RevokeKeyAsync(Admin, created.Key.Id)));
    }

    [Fact]
    public async Task Two_keys_are_valid_while_programs_change_over_and_no_third()
    {
        var first = await CreateAsync(Rights.Report);

        var second = await RotateAsync(first.Key.Id, TimeSpan.FromDays(1));

        Assert.Equal((first.Key.Name, Rights.Report, first.Key.Id), (second.Key.Name, second.Key.Rights, second.Key.ReplacesId));
        await AssertOpenAsync(first, second);
        await AssertUnchangedAsync<RefusedReportException>(() => RotateAsync(first.Key.Id, TimeSpan.Zero));
        await AssertUnchangedAsync<RefusedReportException>(() => RotateAsync(second.Key.Id, TimeSpan.Zero));

        Store.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Store.Workspaces.FindKeyAsync(first.Secret));
        await AssertOpenAsync(second, await RotateAsync(second.Key.Id, TimeSpan.FromDays(7)));
    }

    [Fact]
    public async Task Rotated_without_overlap_the_old_key_stops_at_once()
    {
        var first = await CreateAsync(Rights.Read);

        var second = await RotateAsync(first.Key.Id, TimeSpan.Zero);

        Assert.Null(await Store.Workspaces.FindKeyAsync(first.Secret));
        await AssertOpenAsync(second);
    }

    [Fact]
    public async Task A_rotation_never_prolongs_the_old_key()
    {
        var first = await CreateAsync(Rights.Read, Store.Now.AddHours(2));

        await RotateAsync(first.Key.Id, TimeSpan.FromDays(7));

        Store.Time.Advance(TimeSpan.FromHours(2));
        Assert.Null(await Store.Workspaces.FindKeyAsync(first.Secret));
    }

    [Fact]
    public async Task Keys_of_another_workspace_do_not_exist()
    {
        var created = await CreateAsync(Rights.Read);
        var foreign = (await Store.AddWorkspaceAsync()) with { By = TestStore.Allowed(RoleRights.Of(Role.Admin)) };

        await AssertUnchangedAsync<UnknownIdException>(() => Store.Ledger.WriteAsync(session => session.RevokeKeyAsync(foreign, created.Key.Id)));
        await AssertUnchangedAsync<UnknownIdException>(
            () => Store.Ledger.WriteAsync(session => session.RotateKeyAsync(foreign, created.Key.Id, TimeSpan.Zero)));
        await AssertUnchangedAsync<ArgumentException>(() => Store.Ledger.WriteAsync(
            session => session.CreateKeyAsync(foreign with { EnvironmentId = Store.Production.EnvironmentId }, "a", Rights.Read, null)));
        Assert.Empty(await Store.Workspaces.KeysAsync(foreign));
        Assert.DoesNotContain(await Store.Workspaces.KeysAsync(Store.Development), key => key.Id == created.Key.Id);
    }

    [Theory]
    [InlineData("", Rights.Read, 1, "name")]
    [InlineData("   ", Rights.Read, 1, "name")]
    [InlineData("a", Rights.None, 1, "scopes")]
    [InlineData("a", Rights.Read | Rights.Administer, 1, "scopes")]
    [InlineData("a", Rights.Operate, 1, "scopes")]
    [InlineData("a", Rights.Read, 0, "expiry")]
    public async Task What_cannot_be_right_is_refused(string name, Rights rights, int days, string field)
    {
        var refusal = await AssertUnchangedAsync<RefusedReportException>(() => Store.Ledger.WriteAsync(
            session => session.CreateKeyAsync(Admin, name, rights, Store.Now.AddDays(days))));

        Assert.Equal(field, refusal.Field);
    }

    private Task<CreatedKey> CreateAsync(Rights rights, DateTimeOffset? end = null) =>
        Store.Ledger.WriteAsync(session => session.CreateKeyAsync(Admin, " Reporter ", rights, end));

    private Task<CreatedKey> RotateAsync(int id, TimeSpan overlap) => Store.Ledger.WriteAsync(session => session.RotateKeyAsync(Admin, id, overlap));

    private async Task AssertOpenAsync(params CreatedKey[] keys)
    {
        foreach (var key in keys)
        {
            Assert.Equal(key.Key.Id, (await Store.Workspaces.FindKeyAsync(key.Secret))?.Scope.By!.ApiKeyId);
        }
    }

    private async Task<T> AssertUnchangedAsync<T>(Func<Task> call)
        where T : Exception
    {
        var before = Store.Dump();
        var thrown = await Assert.ThrowsAsync<T>(call);
        Assert.Equal(before, Store.Dump());
        return thrown;
    }
}
