using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>What people see of what they are told.</summary>
public sealed class NoticeQueryTests : StoreTest
{
    private Person _person = null!;

    [Fact]
    public async Task The_last_notices_come_first_and_those_that_wait_before_them()
    {
        var integration = await Store.AddAsync();
        var other = await Store.AddMemberAsync("Bob", Role.Member);
        await AddAsync(integration, _person, ended: -3);
        await AddAsync(integration, _person, ended: -1, NoticeState.GivenUp);
        await AddAsync(integration, _person, ended: -2, NoticeState.Dropped);
        await AddAsync(integration, _person, ended: null, NoticeState.Pending);
        await AddAsync(integration, other, ended: 0);

        var last = await LastAsync(20, Store.Workspace.WorkspaceId);

        Assert.Equal([NoticeState.Pending, NoticeState.GivenUp, NoticeState.Dropped, NoticeState.Told], last.Select(told => told.Notice.State));
        Assert.All(last, told => Assert.Equal(("Initech", "personio", integration.Id), (told.Organization, told.Tool, told.Notice.IntegrationId)));
        Assert.Equal([NoticeState.Pending, NoticeState.GivenUp], (await LastAsync(2, Store.Workspace.WorkspaceId)).Select(told => told.Notice.State));
    }

    [Fact]
    public async Task Nothing_is_seen_of_a_workspace_that_is_not_open_any_more()
    {
        await AddAsync(await Store.AddAsync(), _person, ended: -1);
        Assert.Empty(await LastAsync(20));
        Assert.Empty(await LastAsync(20, Store.Workspace.WorkspaceId + 1));
    }

    [Fact]
    public async Task Mails_go_to_members_and_to_operators_until_they_are_stopped()
    {
        var workspace = Store.Workspace.WorkspaceId;
        var foreign = await Store.AddWorkspaceAsync();
        Assert.Equal([workspace], await Store.Notices.AboutAsync(_person.Id));
        Assert.Equal(new MailSubscription("ada@example.com", "Acme", true), await Store.Notices.SubscriptionAsync(_person.Id, workspace));
        Assert.Equal(new MailSubscription("ada@example.com", "Other", false), await Store.Notices.SubscriptionAsync(_person.Id, foreign.WorkspaceId));
        Assert.Equal(new MailSubscription("ada@example.com", null, false), await Store.Notices.SubscriptionAsync(_person.Id, null));
        Assert.Null(await Store.Notices.SubscriptionAsync(_person.Id, foreign.WorkspaceId + 1));
        Assert.Null(await Store.Notices.SubscriptionAsync(Guid.NewGuid(), workspace));

        await Store.Ledger.WriteAsync(session => session.StopMailsAsync(_person.Id, workspace));

        Assert.False((await Store.Notices.SubscriptionAsync(_person.Id, workspace))!.IsOn);
    }

    protected override async Task PrepareAsync() => _person = await Store.AddMemberAsync("Ada", Role.Member);

    private Task<IReadOnlyList<ToldNotice>> LastAsync(int size, params int[] workspaces) => Store.Notices.LastAsync(_person.Id, workspaces, size);

    private async Task AddAsync(Integration integration, Person person, int? ended, NoticeState state = NoticeState.Told)
    {
        await using var db = Store.Data();
        var incident = new Incident
        {
            WorkspaceId = integration.WorkspaceId,
            IntegrationId = integration.Id,
            OpenedAt = Store.Now,
            ClosedAt = Store.Now,
            Statuses = [IntegrationStatus.SyncFailing],
        };
        db.Incidents.Add(incident);
        await db.SaveChangesAsync();
        db.Notices.Add(new Notice
        {
            WorkspaceId = integration.WorkspaceId,
            IntegrationId = integration.Id,
            IncidentId = incident.Id,
            Kind = NoticeKind.Broke,
            Status = IntegrationStatus.SyncFailing,
            At = Store.Now,
            PersonId = person.Id,
            DueAt = ended is null ? Store.Now : null,
            State = state,
            EndedAt = ended is { } hours ? Store.Now.AddHours(hours) : null,
        });
        await db.SaveChangesAsync();
    }
}
