using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>The audit log says who did what, from where, and holds nothing that did not happen.</summary>
public sealed class LedgerAuditTests : StoreTest
{
    private Person _ada = null!;

    private WorkspaceScope Operator => Store.Production with { By = TestStore.By(_ada, RoleRights.Operator | RoleRights.Key) };

    [Fact]
    public async Task Each_act_is_noted_with_who_where_what_and_both_values()
    {
        var integration = await Store.Ledger.CreateIntegrationAsync(Operator, TestStore.New());
        await Store.Ledger.RecordAsync(Operator, integration.Id, new Deactivated(Store.Now));
        var bob = await Store.AddMemberAsync("Bob", Role.Viewer);
        var key = await Store.Ledger.WriteAsync(s => s.CreateKeyAsync(Operator, "Reporter", Rights.Report, null));
        var next = await Store.Ledger.WriteAsync(s => s.RotateKeyAsync(Operator, key.Key.Id, TimeSpan.FromDays(1)));
        await Store.Ledger.WriteAsync(s => s.RevokeKeyAsync(Operator, key.Key.Id));
        await Store.Ledger.WriteAsync(s => s.SetRoleAsync(Operator, bob.Id, Role.Admin));
        await Store.Ledger.WriteAsync(s => s.RemoveMemberAsync(Operator, bob.Id));
        var invited = await Store.Ledger.WriteAsync(s => s.InviteAsync(Operator, "eve@example.com", Role.Member));
        await Store.Ledger.WriteAsync(s => s.RevokeInvitationAsync(Operator, invited.Invitation.Id));
        await Store.Ledger.WriteAsync(s => s.RenameWorkspaceAsync(Operator, "Acme again"));

        var entries = await ListAsync();

        Assert.Equal(
            [
                (AuditAction.IntegrationCreated, integration.Id, "personio", null, null),
                (AuditAction.IntegrationDeactivated, integration.Id, null, "active", "inactive"),
                (AuditAction.KeyCreated, null, "Reporter", null, "Report"),
                (AuditAction.KeyRotated, null, "Reporter", key.Key.Hint, next.Key.Hint),
                (AuditAction.KeyRevoked, null, "Reporter", key.Key.Hint, null),
                (AuditAction.RoleChanged, null, "bob@example.com", "Viewer", "Admin"),
                (AuditAction.MemberRemoved, null, "bob@example.com", "Admin", null),
                (AuditAction.Invited, null, "eve@example.com", null, "Member"),
                (AuditAction.InvitationRevoked, null, "eve@example.com", null, null),
                (AuditAction.WorkspaceRenamed, (string?)null, (string?)null, "Acme", "Acme again"),
            ],
            entries.Reverse().Select(e => (e.Action, e.IntegrationId, e.Subject, e.OldValue, e.NewValue)));
        Assert.All(entries, e => Assert.Equal(
            (ActorKind.Person, "Ada", _ada.Id, "192.0.2.7", Store.Now), (e.ActorKind, e.ActorName, e.PersonId, e.Address, e.At)));
    }

    [Fact]
    public async Task A_program_is_named_by_its_key()
    {
        var created = await Store.Ledger.WriteAsync(s => s.CreateKeyAsync(Store.Production, "Reporter", Rights.Report, null));
        var holder = (await Store.Workspaces.FindKeyAsync(created.Secret))!;

        await Store.Ledger.CreateIntegrationAsync(holder.Scope, TestStore.New());

        var entry = Assert.Single(await ListAsync());
        Assert.Equal((ActorKind.ApiKey, "Reporter", created.Key.Id, (Guid?)null), (entry.ActorKind, entry.ActorName, entry.ApiKeyId, entry.PersonId));
    }

    [Fact]
    public async Task What_fails_is_not_noted()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Ledger.WriteAsync(async session =>
        {
            await session.CreateKeyAsync(Operator, "Reporter", Rights.Read, null);
            throw new InvalidOperationException("Fails after it.");
        }));

        Assert.Empty(await ListAsync());
        Assert.DoesNotContain(await Store.Workspaces.KeysAsync(Store.Workspace), key => key.Name == "Reporter");
    }

    [Fact]
    public async Task What_changes_nothing_is_not_noted()
    {
        var bob = await Store.AddMemberAsync("Bob", Role.Viewer);

        await Store.Ledger.WriteAsync(s => s.SetRoleAsync(Operator, bob.Id, Role.Viewer));
        await Store.Ledger.WriteAsync(s => s.RenameWorkspaceAsync(Operator, " Acme "));

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_people_do_to_their_accounts_belongs_to_no_workspace()
    {
        await Store.Ledger.WriteAsync(s => s.BeginSessionAsync(Operator.By!, null));

        Assert.Empty(await ListAsync());
        Assert.Equal([AuditAction.SignedIn], (await Store.Audit.ListAsync(null, new AuditFilter())).Select(e => e.Action));
    }

    [Fact]
    public async Task It_is_searched_by_words_action_and_time_and_read_page_by_page()
    {
        for (var number = 0; number < 5; number++)
        {
            await Store.Ledger.WriteAsync(s => s.CreateKeyAsync(Operator, $"Reporter {number}", Rights.Read, null));
            Store.Time.Advance(TimeSpan.FromDays(1));
        }

        await Store.Ledger.WriteAsync(s => s.RenameWorkspaceAsync(Operator, "Reporters"));

        Assert.Equal(["Reporter 3"], await SubjectsAsync(new AuditFilter { Text = "REPORTER 3 ada" }));
        Assert.Empty(await SubjectsAsync(new AuditFilter { Text = "reporter nobody" }));
        Assert.Single(await SubjectsAsync(new AuditFilter { Action = AuditAction.WorkspaceRenamed }));
        Assert.Equal(
            ["Reporter 2", "Reporter 1"],
            await SubjectsAsync(new AuditFilter { From = TestStore.Start.AddDays(1), Until = TestStore.Start.AddDays(3) }));

        var all = await ListAsync();
        var first = await Store.Audit.ListAsync(Store.Workspace.WorkspaceId, new AuditFilter(), null, 4);
        var second = await Store.Audit.ListAsync(Store.Workspace.WorkspaceId, new AuditFilter(), first[^1].Id, 4);
        Assert.Equal(all.Select(e => e.Id), first.Concat(second).Select(e => e.Id));
    }

    [Fact]
    public async Task Another_workspace_has_a_log_of_its_own()
    {
        await Store.Ledger.WriteAsync(s => s.CreateKeyAsync(Operator, "Reporter", Rights.Read, null));
        var other = await Store.AddWorkspaceAsync();

        Assert.Empty(await Store.Audit.ListAsync(other.WorkspaceId, new AuditFilter()));
    }

    [Fact]
    public async Task It_is_kept_for_400_days()
    {
        await Store.Ledger.WriteAsync(s => s.CreateKeyAsync(Operator, "Reporter", Rights.Read, null));
        Store.Time.Advance(TimeSpan.FromDays(400) - TimeSpan.FromSeconds(1));
        await Store.Ledger.EraseOutdatedAsync(new RetentionRules());
        Assert.Single(await ListAsync());

        Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Store.Ledger.EraseOutdatedAsync(new RetentionRules());

        Assert.Empty(await ListAsync());
    }

    protected override async Task PrepareAsync() => _ada = await Store.AddMemberAsync("Ada", Role.Admin);

    private Task<IReadOnlyList<AuditEntry>> ListAsync() => Store.Audit.ListAsync(Store.Workspace.WorkspaceId, new AuditFilter());

    private async Task<IEnumerable<string?>> SubjectsAsync(AuditFilter filter) =>
        (await Store.Audit.ListAsync(Store.Workspace.WorkspaceId, filter)).Select(e => e.Subject);
}
