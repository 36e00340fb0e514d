using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about people, what they may see, and how they come in.</summary>
public sealed class PeopleQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Who is behind a session; null where it has ended.</summary>
    public async Task<SignedInPerson?> FindAsync(Guid sessionId, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await (
            from session in db.Sessions
            where session.Id == sessionId && session.EndedAt == null && session.ExpiresAt > now
            join one in db.Users on session.PersonId equals one.Id
            select new { Session = session, Person = one }).AsNoTracking().FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var person = found.Person;
        var roles = person.IsOperator
            ? null
            : await db.Memberships.Where(m => m.PersonId == person.Id).ToDictionaryAsync(m => m.WorkspaceId, m => m.Role, ct);
        var ids = roles?.Keys.ToList();
        var workspaces = await db.Workspaces.AsNoTracking()
            .Where(w => ids == null || ids.Contains(w.Id))
            .OrderBy(w => w.Name)
            .Include(w => w.Environments)
            .ToListAsync(ct);
        return new SignedInPerson
        {
            SessionId = sessionId,
            PersonId = person.Id,
            Name = person.Name,
            Email = person.Email!,
            Language = person.Language,
            IsOperator = person.IsOperator,
            Address = found.Session.Address,
            LastSeenAt = found.Session.LastSeenAt,
            ChosenWorkspaceId = found.Session.WorkspaceId,
            ChosenEnvironment = found.Session.Environment,
            Workspaces =
            [
                .. workspaces.Select(w => new OpenWorkspace(
                    w.Id,
                    w.Name,
                    roles is null ? RoleRights.Operator : RoleRights.Of(roles[w.Id]),
                    w.Environments.Single(e => e.Kind == EnvironmentKind.Production).Id,
                    w.Environments.Single(e => e.Kind == EnvironmentKind.Development).Id)),
            ],
        };
    }

    /// <summary>Whether there is an operator; without one, whoever starts the dashboard makes the first.</summary>
    public async Task<bool> HasOperatorAsync(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.AnyAsync(person => person.IsOperator, ct);
    }

    /// <summary>The workspace, among those given, that an integration belongs to; null where it belongs to none of them.</summary>
    public async Task<int?> WorkspaceOfAsync(string integrationId, IReadOnlyCollection<int> workspaceIds, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Integrations
            .Where(i => i.Id == integrationId && workspaceIds.Contains(i.WorkspaceId))
            .Select(i => (int?)i.WorkspaceId)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>The members of a workspace, by name.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (
            from member in db.Memberships
            where member.WorkspaceId == scope.WorkspaceId
            join person in db.Users on member.PersonId equals person.Id
            orderby person.Name
            select new Member(
                person.Id,
                person.Name,
                person.Email!,
                member.Role,
                member.CreatedAt,
                db.Sessions.Where(s => s.PersonId == person.Id).Max(s => (DateTimeOffset?)s.LastSeenAt),
                member.IsFromSingleSignOn)).ToListAsync(ct);
    }

    /// <summary>The invitations to a workspace that still work, the last made first.</summary>
    public Task<IReadOnlyList<Invitation>> InvitationsAsync(WorkspaceScope scope, CancellationToken ct = default) =>
        OpenAsync(scope.WorkspaceId, ct);

    /// <summary>The invitations to the operators that still work, the last made first.</summary>
    public Task<IReadOnlyList<Invitation>> OperatorInvitationsAsync(CancellationToken ct = default) => OpenAsync(null, ct);

    /// <summary>The invitation that a token belongs to, and the workspace's name; null where it does not work, or not any more.</summary>
    public async Task<(Invitation Invitation, string? WorkspaceName)?> FindInvitationAsync(string token, CancellationToken ct = default)
    {
        var hash = Secrets.HashKey(token);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var invitation = await db.Invitations.AsNoTracking().FirstOrDefaultAsync(i => i.TokenHash == hash, ct);
        return invitation?.IsOpen(time.GetUtcNow()) == true
            ? (invitation, await db.Workspaces.Where(w => w.Id == invitation.WorkspaceId).Select(w => w.Name).FirstOrDefaultAsync(ct))
            : null;
    }

    /// <summary>A person's sessions that still count, the one last seen first.</summary>
    public async Task<IReadOnlyList<PersonSession>> SessionsAsync(Guid personId, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Sessions.AsNoTracking()
            .Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Invitation>> OpenAsync(int? workspaceId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Invitations.AsNoTracking()
            .Where(i => i.WorkspaceId == workspaceId && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.CreatedAt)
            .ToListAsync(ct);
    }
}
