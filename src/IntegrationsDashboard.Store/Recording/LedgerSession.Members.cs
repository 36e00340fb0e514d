using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>Makes a link by which somebody joins the scope's workspace.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">The address cannot be right.</exception>
    public Task<CreatedInvitation> InviteAsync(WorkspaceScope scope, string email, Role role, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        return InviteAsync(scope, scope.WorkspaceId, email, role, ct);
    }

    /// <summary>Makes a link by which somebody becomes an operator.</summary>
    /// <exception cref="NotAllowedException">The caller is none.</exception>
    /// <exception cref="RefusedReportException">The address cannot be right.</exception>
    public Task<CreatedInvitation> InviteOperatorAsync(Initiator by, string email, CancellationToken ct = default)
    {
        var scope = new WorkspaceScope(0, null, by);
        Demand(scope, Rights.Operate);
        return InviteAsync(scope, null, email, Role.Admin, ct);
    }

    /// <summary>Revokes an invitation of the scope's workspace; one that does not work any more stays as it is.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    public Task RevokeInvitationAsync(WorkspaceScope scope, Guid invitationId, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        return RevokeInvitationAsync(scope.By, scope.WorkspaceId, invitationId, ct);
    }

    /// <summary>Revokes an invitation to the operators; one that does not work any more stays as it is.</summary>
    /// <exception cref="NotAllowedException">The caller is none.</exception>
    public Task RevokeOperatorInvitationAsync(Initiator by, Guid invitationId, CancellationToken ct = default)
    {
        Demand(new WorkspaceScope(0, null, by), Rights.Operate);
        return RevokeInvitationAsync(by, null, invitationId, ct);
    }

    /// <summary>Lets a person join by an invitation, which is used up. Whoever was a member already keeps the higher role.</summary>
    /// <exception cref="LinkClosedException">It was used, revoked or has expired.</exception>
    public async Task AcceptInvitationAsync(string token, Initiator by, CancellationToken ct = default)
    {
        var personId = by.PersonId ?? throw new ArgumentException("A person accepts an invitation.", nameof(by));
        var hash = Secrets.HashKey(token);
        var invitation = await _db.Invitations.FirstOrDefaultAsync(i => i.TokenHash == hash, ct);
        if (invitation?.IsOpen(Now) != true)
        {
            throw new LinkClosedException();
        }

        invitation.UsedAt = Now;
        await SaveAsync(invitation, ct);
        if (invitation.WorkspaceId is { } workspaceId)
        {
            var known = await _db.Memberships.FindAsync([workspaceId, personId], ct);
            if (known is null)
            {
                _db.Memberships.Add(new Membership { WorkspaceId = workspaceId, PersonId = personId, Role = invitation.Role, CreatedAt = Now });
            }
            else if (known.Role < invitation.Role)
            {
                known.Role = invitation.Role;
            }
        }
        else
        {
            await _db.Users.Where(p => p.Id == personId).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOperator, true), ct);
        }

        Add(by, invitation.WorkspaceId, AuditAction.Joined, null, invitation.Email, null, invitation.WorkspaceId is null ? "Operator" : invitation.Role.ToString());
        _accessChanges.Add(new AccessChanged(personId));
    }

    /// <summary>Changes a member's role.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such member.</exception>
    /// <exception cref="RefusedReportException">Nobody would be left who administers the workspace.</exception>
    public async Task SetRoleAsync(WorkspaceScope scope, Guid personId, Role role, CancellationToken ct = default)
    {
        Demand(scope, Rights.Administer);
        var member = await MemberAsync(scope, personId, ct);
        if (member.Role != role)
        {
            await KeepAnAdminAsync(member, ct);
            Audit(scope, AuditAction.RoleChanged, subject: await EmailAsync(personId, ct), oldValue: member.Role.ToString(), newValue: role.ToString());
            member.Role = role;
            await SaveAsync(member, ct);
            _accessChanges.Add(new AccessChanged(personId));
        }
    }

    /// <summary>Removes a member; everybody may remove themselves.</summary>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="UnknownIdException">The workspace has no such member.</exception>
    /// <exception cref="RefusedReportException">Nobody would be left who administers the workspace.</exception>
    public async Task RemoveMemberAsync(WorkspaceScope scope, Guid personId, CancellationToken ct = default)
    {
        if (scope.By?.PersonId != personId)
        {
            Demand(scope, Rights.Administer);
        }

        var member = await MemberAsync(scope, personId, ct);
        await KeepAnAdminAsync(member, ct);
        _db.Memberships.Remove(member);
        await _db.SaveChangesAsync(ct);
        Audit(scope, AuditAction.MemberRemoved, subject: await EmailAsync(personId, ct), oldValue: member.Role.ToString());
        _accessChanges.Add(new AccessChanged(personId));
    }

    /// <summary>
    /// Gives a person exactly those memberships that single sign-on tells of; those that came by an invitation stay. Names that no
    /// workspace has give nothing.
    /// </summary>
    /// <param name="by">The person.</param>
    /// <param name="workspaces">Names of workspaces, and the role in each.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task SetMembershipsAsync(Initiator by, IReadOnlyDictionary<string, Role> workspaces, CancellationToken ct = default)
    {
        var personId = by.PersonId ?? throw new ArgumentException("Members are people.", nameof(by));
        var names = workspaces.Keys.ToList();
        var wanted = (await _db.Workspaces.AsNoTracking().Where(w => names.Contains(w.Name)).Select(w => new { w.Id, w.Name }).ToListAsync(ct))
            .ToDictionary(w => w.Id, w => workspaces[w.Name]);
        var known = await _db.Memberships.Where(m => m.PersonId == personId).ToListAsync(ct);
        var changed = false;
        foreach (var member in known.Where(m => m.IsFromSingleSignOn))
        {
            var kept = wanted.TryGetValue(member.WorkspaceId, out var role);
            changed |= !kept || member.Role != role;
            if (!kept)
            {
                _db.Memberships.Remove(member);
                Add(by, member.WorkspaceId, AuditAction.MemberRemoved, null, by.Actor.Name, member.Role.ToString(), null);
            }
            else if (member.Role != role)
            {
                Add(by, member.WorkspaceId, AuditAction.RoleChanged, null, by.Actor.Name, member.Role.ToString(), role.ToString());
                member.Role = role;
                await SaveAsync(member, ct);
            }
        }

        foreach (var (workspaceId, role) in wanted.Where(w => known.TrueForAll(m => m.WorkspaceId != w.Key)))
        {
            _db.Memberships.Add(new Membership
            {
                WorkspaceId = workspaceId,
                PersonId = personId,
                Role = role,
                CreatedAt = Now,
                IsFromSingleSignOn = true,
            });
            Add(by, workspaceId, AuditAction.Joined, null, by.Actor.Name, null, role.ToString());
            changed = true;
        }

        await _db.SaveChangesAsync(ct);
        if (changed)
        {
            _accessChanges.Add(new AccessChanged(personId));
        }
    }

    private async Task RevokeInvitationAsync(Initiator? by, int? workspaceId, Guid invitationId, CancellationToken ct)
    {
        var invitation = await _db.Invitations.FindAsync([invitationId], ct);
        if (invitation is not null && invitation.WorkspaceId == workspaceId && invitation.IsOpen(Now))
        {
            invitation.RevokedAt = Now;
            await SaveAsync(invitation, ct);
            if (by is not null)
            {
                Add(by, workspaceId, AuditAction.InvitationRevoked, null, invitation.Email, null, null);
            }
        }
    }

    private async Task<CreatedInvitation> InviteAsync(WorkspaceScope scope, int? workspaceId, string email, Role role, CancellationToken ct)
    {
        email = email.Trim();
        if (email.Length is < 3 or > 254 || email.IndexOf('@', StringComparison.Ordinal) is <= 0 || email.Any(char.IsWhiteSpace))
        {
            throw new RefusedReportException("email", $"\"{email}\" is no e-mail address; enter one such as ada@example.com.");
        }

        var token = Secrets.NewToken();
        var invitation = new Invitation
        {
            Id = Guid.NewGuid(),
            WorkspaceId = workspaceId,
            Role = role,
            Email = email,
            TokenHash = Secrets.HashKey(token),
            InvitedBy = scope.By?.Actor.Name,
            CreatedAt = Now,
            ExpiresAt = Now + InvitationLife,
        };
        _db.Invitations.Add(invitation);
        await _db.SaveChangesAsync(ct);
        if (scope.By is { } by)
        {
            Add(by, workspaceId, AuditAction.Invited, null, email, null, workspaceId is null ? "Operator" : role.ToString());
        }

        return new CreatedInvitation(invitation, token);
    }

    private async Task<Membership> MemberAsync(WorkspaceScope scope, Guid personId, CancellationToken ct) =>
        await _db.Memberships.FindAsync([scope.WorkspaceId, personId], ct) ?? throw new UnknownIdException("member", personId.ToString());

    private async Task<string?> EmailAsync(Guid personId, CancellationToken ct) =>
        await _db.Users.Where(p => p.Id == personId).Select(p => p.Email).FirstOrDefaultAsync(ct);

    private async Task KeepAnAdminAsync(Membership member, CancellationToken ct)
    {
        if (member.Role == Role.Admin
            && !await _db.Memberships.AnyAsync(m => m.WorkspaceId == member.WorkspaceId && m.PersonId != member.PersonId && m.Role == Role.Admin, ct))
        {
            throw new RefusedReportException("role", "this is the only admin; make somebody else an admin first.");
        }
    }
}
