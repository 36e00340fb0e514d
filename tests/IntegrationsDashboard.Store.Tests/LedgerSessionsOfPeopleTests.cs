using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Sessions of people: what they open, and when they end.</summary>
public sealed class LedgerSessionsOfPeopleTests : StoreTest
{
    private Person _ada = null!;

    private Initiator Ada => TestStore.By(_ada, Rights.None);

    [Fact]
    public async Task A_session_opens_what_its_person_may_see_now()
    {
        var session = await BeginAsync();

        var found = (await Store.People.FindAsync(session.Id))!;
        Assert.Equal([("Acme", RoleRights.Of(Role.Member))], found.Workspaces.Select(w => (w.Name, w.Rights)));

        await Store.Ledger.WriteAsync(s => s.ChooseAsync(session.Id, Store.Workspace.WorkspaceId, EnvironmentKind.Development));
        Assert.Equal(EnvironmentKind.Development, (await Store.People.FindAsync(session.Id))!.ChosenEnvironment);
    }

    [Fact]
    public async Task It_ends_two_weeks_after_it_was_last_seen()
    {
        var session = await BeginAsync();
        Store.Time.Advance(TimeSpan.FromDays(10));
        await Store.Ledger.WriteAsync(s => s.SeeSessionAsync(session.Id, "198.51.100.1"));
        Store.Time.Advance(LedgerSession.SessionLife - TimeSpan.FromSeconds(1));
        Assert.Equal("198.51.100.1", (await Store.People.FindAsync(session.Id))?.Address);

        Store.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Store.People.FindAsync(session.Id));
        Assert.Empty(await Store.People.SessionsAsync(_ada.Id));
    }

    [Fact]
    public async Task One_can_be_ended_or_all_but_this_one()
    {
        var (first, second, third) = (await BeginAsync(), await BeginAsync(), await BeginAsync());

        await Store.Ledger.WriteAsync(s => s.EndSessionAsync(Ada, first.Id));
        Assert.Equal(Set(second, third), await OpenAsync());
        await Store.Ledger.WriteAsync(s => s.SeeSessionAsync(first.Id, null));
        Assert.Null(await Store.People.FindAsync(first.Id));

        await Store.Ledger.WriteAsync(s => s.EndSessionsAsync(Ada, third.Id));
        Assert.Equal(Set(third), await OpenAsync());

        await Store.Ledger.WriteAsync(s => s.EndSessionsAsync(Ada));
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var session = await BeginAsync();
        var eve = TestStore.By(await Store.AddPersonAsync("Eve"), RoleRights.Operator);
        var before = Store.Dump();

        await Store.Ledger.WriteAsync(s => s.EndSessionAsync(eve, session.Id));
        await Store.Ledger.WriteAsync(s => s.EndSessionsAsync(eve));

        Assert.Equal(before, Store.Dump());
    }

    protected override async Task PrepareAsync() => _ada = await Store.AddMemberAsync("Ada", Role.Member);

    private static HashSet<Guid> Set(params PersonSession[] sessions) => [.. sessions.Select(s => s.Id)];

    private Task<PersonSession> BeginAsync() => Store.Ledger.WriteAsync(session => session.BeginSessionAsync(Ada, "Firefox"));

    private async Task<HashSet<Guid>> OpenAsync() => [.. (await Store.People.SessionsAsync(_ada.Id)).Select(s => s.Id)];
}
