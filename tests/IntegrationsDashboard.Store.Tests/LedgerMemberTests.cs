using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Members and invitations.</summary>
public sealed class LedgerMemberTests : StoreTest
{
    private Person _ada = null!;

    private WorkspaceScope Admin => Store.Workspace with { By = TestStore.By(_ada, RoleRights.Of(Role.Admin)) };

    [Fact]
    public async Task Roles_are_what_people_may_do_from_then_on()
    {
        var bob = await Store.AddMemberAsync("Bob", Role.Viewer);

        await Store.Ledger.WriteAsync(session => session.SetRoleAsync(Admin, bob.Id, Role.Member));

        Assert.Equal([("Ada", Role.Admin), ("Bob", Role.Member)], (await Store.People.MembersAsync(Store.Workspace)).Select(m => (m.Name, m.Role)));
    }

    [Fact]
    public async Task The_only_admin_stays_one_until_there_is_another()
    {
        await AssertUnchangedAsync<RefusedReportException>(session => session.SetRoleAsync(Admin, _ada.Id, Role.Viewer));
        await AssertUnchangedAsync<RefusedReportException>(session => session.RemoveMemberAsync(Admin, _ada.Id));

        await Store.AddMemberAsync("Bob", Role.Admin);
        await Store.Ledger.WriteAsync(session => session.RemoveMemberAsync(Admin, _ada.Id));

        Assert.Equal(["Bob"], (await Store.People.MembersAsync(Store.Workspace)).Select(m => m.Name));
    }

    [Fact]
    public async Task Everybody_may_leave_and_only_admins_remove_others()
    {
        var bob = await Store.AddMemberAsync("Bob", Role.Viewer);
        var viewer = Store.Workspace with { By = TestStore.By(bob, Rights.Read) };
        await AssertUnchangedAsync<NotAllowedException>(session => session.RemoveMemberAsync(viewer, _ada.Id));

        await Store.Ledger.WriteAsync(session => session.RemoveMemberAsync(viewer, bob.Id));

        Assert.Equal(["Ada"], (await Store.People.MembersAsync(Store.Workspace)).Select(m => m.Name));
    }

    [Fact]
    public async Task Members_and_invitations_of_another_workspace_do_not_exist()
    {
        var other = await Store.AddWorkspaceAsync();
        var eve = await Store.AddMemberAsync("Eve", Role.Admin, other);
        var created = await Store.Ledger.WriteAsync(session => session.InviteAsync(other, "new@example.com", Role.Viewer));

        await AssertUnchangedAsync<UnknownIdException>(session => session.SetRoleAsync(Admin, eve.Id, Role.Viewer));
        await AssertUnchangedAsync<UnknownIdException>(session => session.RemoveMemberAsync(Admin, eve.Id));
        await Store.Ledger.WriteAsync(session => session.RevokeInvitationAsync(Admin, created.Invitation.Id));

        Assert.NotNull(await Store.People.FindInvitationAsync(created.Token));
        Assert.Empty(await Store.People.InvitationsAsync(Store.Workspace));
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_once()
    {
        var (bob, eve) = (await Store.AddPersonAsync("Bob"), await Store.AddPersonAsync("Eve"));
        var created = await InviteAsync(Role.Member);
        Assert.Equal("Acme", (await Store.People.FindInvitationAsync(created.Token))!.Value.WorkspaceName);
        Assert.DoesNotContain(Store.Dump(), row => row.Contains(created.Token, StringComparison.Ordinal));

        await AcceptAsync(created, bob);

        Assert.Null(await Store.People.FindInvitationAsync(created.Token));
        await AssertUnchangedAsync<LinkClosedException>(session => session.AcceptInvitationAsync(created.Token, TestStore.By(eve, Rights.None)));
        Assert.Equal([("Ada", Role.Admin), ("Bob", Role.Member)], (await Store.People.MembersAsync(Store.Workspace)).Select(m => (m.Name, m.Role)));
    }

    [Fact]
    public async Task An_invitation_ends_by_itself_or_when_it_is_revoked()
    {
        var bob = await Store.AddPersonAsync("Bob");
        var (old, revoked) = (await InviteAsync(Role.Viewer), await InviteAsync(Role.Viewer));
        await Store.Ledger.WriteAsync(session => session.RevokeInvitationAsync(Admin, revoked.Invitation.Id));
        Assert.Equal([old.Invitation.Id], (await Store.People.InvitationsAsync(Store.Workspace)).Select(i => i.Id));

        await AssertUnchangedAsync<LinkClosedException>(session => session.AcceptInvitationAsync(revoked.Token, TestStore.By(bob, Rights.None)));
        Store.Time.Advance(LedgerSession.InvitationLife);
        await AssertUnchangedAsync<LinkClosedException>(session => session.AcceptInvitationAsync(old.Token, TestStore.By(bob, Rights.None)));
    }

    [Fact]
    public async Task An_invitation_raises_a_role_and_never_lowers_it()
    {
        var bob = await Store.AddMemberAsync("Bob", Role.Member);

        await AcceptAsync(await InviteAsync(Role.Viewer), bob);
        Assert.Equal(Role.Member, (await Store.People.MembersAsync(Store.Workspace)).Single(m => m.PersonId == bob.Id).Role);

        await AcceptAsync(await InviteAsync(Role.Admin), bob);
        Assert.Equal(Role.Admin, (await Store.People.MembersAsync(Store.Workspace)).Single(m => m.PersonId == bob.Id).Role);
    }

    [Fact]
    public async Task An_operator_is_made_by_an_operator_only()
    {
        var bob = await Store.AddPersonAsync("Bob");
        await AssertUnchangedAsync<NotAllowedException>(session => session.InviteOperatorAsync(Admin.By!, "bob@example.com"));
        var created = await Store.Ledger.WriteAsync(session => session.InviteOperatorAsync(TestStore.Allowed(RoleRights.Operator), "bob@example.com"));
        Assert.False(await Store.People.HasOperatorAsync());

        await AcceptAsync(created, bob);

        Assert.True(await Store.People.HasOperatorAsync());
        Assert.Empty(await Store.People.OperatorInvitationsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.com")]
    [InlineData("a b@example.com")]
    public async Task What_is_no_address_is_not_invited(string email) =>
        await AssertUnchangedAsync<RefusedReportException>(session => session.InviteAsync(Admin, email, Role.Viewer));

    [Fact]
    public async Task Whoever_gains_or_loses_something_is_told_so()
    {
        var bob = await Store.AddMemberAsync("Bob", Role.Viewer);
        var told = new List<Guid>();
        using var subscription = Store.Feed.SubscribeToAccess(bob.Id, () => told.Add(bob.Id));

        await Store.Ledger.WriteAsync(session => session.SetRoleAsync(Admin, bob.Id, Role.Viewer));
        Assert.Empty(told);
        await Store.Ledger.WriteAsync(session => session.SetRoleAsync(Admin, bob.Id, Role.Member));
        await Store.Ledger.WriteAsync(session => session.RemoveMemberAsync(Admin, bob.Id));

        Assert.Equal([bob.Id, bob.Id], told);
    }

    [Fact]
    public async Task Single_sign_on_gives_takes_and_changes_only_what_it_gave()
    {
        var bob = await Store.AddPersonAsync("Bob");
        var other = await Store.AddWorkspaceAsync();
        await AcceptAsync(await InviteAsync(Role.Viewer), bob);
        var told = new List<Guid>();
        using var subscription = Store.Feed.SubscribeToAccess(bob.Id, () => told.Add(bob.Id));

        await SignOnAsync(("Other", Role.Viewer), ("Acme", Role.Admin), ("Nowhere", Role.Admin));
        Assert.Equal((Role.Viewer, true), await RoleInAsync(other));
        Assert.Equal((Role.Viewer, false), await RoleInAsync(Store.Workspace));

        await SignOnAsync(("Other", Role.Member));
        Assert.Equal((Role.Member, true), await RoleInAsync(other));
        await SignOnAsync(("Other", Role.Member));
        Assert.Equal(2, told.Count);

        await SignOnAsync();
        Assert.Null(await RoleInAsync(other));
        Assert.NotNull(await RoleInAsync(Store.Workspace));

        Task SignOnAsync(params (string Name, Role Role)[] workspaces) => Store.Ledger.WriteAsync(
            session => session.SetMembershipsAsync(TestStore.By(bob, Rights.None), workspaces.ToDictionary(w => w.Name, w => w.Role)));

        async Task<(Role, bool)?> RoleInAsync(WorkspaceScope scope) =>
            (await Store.People.MembersAsync(scope)).Where(m => m.PersonId == bob.Id).Select(m => ((Role, bool)?)(m.Role, m.IsFromSingleSignOn)).SingleOrDefault();
    }

    protected override async Task PrepareAsync() => _ada = await Store.AddMemberAsync("Ada", Role.Admin);

    private Task<CreatedInvitation> InviteAsync(Role role) =>
        Store.Ledger.WriteAsync(session => session.InviteAsync(Admin, "new@example.com", role));

    private Task AcceptAsync(CreatedInvitation created, Person person) =>
        Store.Ledger.WriteAsync(session => session.AcceptInvitationAsync(created.Token, TestStore.By(person, Rights.None)));

    private async Task AssertUnchangedAsync<T>(Func<LedgerSession, Task> call)
        where T : Exception
    {
        var before = Store.Dump();
        await Assert.ThrowsAsync<T>(() => Store.Ledger.WriteAsync(call));
        Assert.Equal(before, Store.Dump());
    }
}
