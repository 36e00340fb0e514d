using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>How long a session lasts after it was last seen.</summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromDays(14);

    /// <summary>Begins a session of a person who has just signed in.</summary>
    /// <param name="by">The person, and where they are.</param>
    /// <param name="device">The browser, as it names itself.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<PersonSession> BeginSessionAsync(Initiator by, string? device, CancellationToken ct = default)
    {
        var session = new PersonSession
        {
            Id = Guid.NewGuid(),
            PersonId = by.PersonId ?? throw new ArgumentException("People sign in.", nameof(by)),
            Device = device is { Length: > 300 } ? device[..300] : device,
            Address = by.Address,
            CreatedAt = Now,
            LastSeenAt = Now,
            ExpiresAt = Now + SessionLife,
        };
        _db.Sessions.Add(session);
        await _db.SaveChangesAsync(ct);
        NoteAccount(by, AuditAction.SignedIn);
        return session;
    }

    /// <summary>Notes that a session was seen, which prolongs it.</summary>
    public Task SeeSessionAsync(Guid sessionId, string? address, CancellationToken ct = default) => _db.Sessions
        .Where(s => s.Id == sessionId && s.EndedAt == null)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(s => s.LastSeenAt, Now)
                .SetProperty(s => s.ExpiresAt, Now + SessionLife)
                .SetProperty(s => s.Address, address),
            ct);

    /// <summary>Remembers what was chosen in the header. Whether the person may see it is asked whenever it is used.</summary>
    public async Task ChooseAsync(Guid sessionId, int workspaceId, EnvironmentKind? environment, CancellationToken ct = default)
    {
        if (await _db.Sessions.FindAsync([sessionId], ct) is { } session)
        {
            session.WorkspaceId = workspaceId;
            session.Environment = environment;
            await SaveAsync(session, ct);
        }
    }

    /// <summary>Ends a person's session; of others' sessions, and of those that have ended, nothing becomes of it.</summary>
    public Task EndSessionAsync(Initiator by, Guid sessionId, CancellationToken ct = default) =>
        EndAsync(by, _db.Sessions.Where(s => s.Id == sessionId), ct);

    /// <summary>Ends all of a person's sessions.</summary>
    /// <param name="by">The person.</param>
    /// <param name="but">One to keep.</param>
    /// <param name="ct">Calls it off.</param>
    public Task EndSessionsAsync(Initiator by, Guid? but = null, CancellationToken ct = default) =>
        EndAsync(by, _db.Sessions.Where(s => s.Id != but), ct);

    /// <summary>Erases sessions and invitations that stopped working before <paramref name="until"/>, at most <paramref name="most"/> of each.</summary>
    public async Task<int> EraseSessionsAsync(DateTimeOffset until, int most, CancellationToken ct = default)
    {
        var sessions = await _db.Sessions.Where(s => s.ExpiresAt <= until).OrderBy(s => s.ExpiresAt).Take(most).ExecuteDeleteAsync(ct);
        var invitations = await _db.Invitations.Where(i => i.ExpiresAt <= until).OrderBy(i => i.ExpiresAt).Take(most).ExecuteDeleteAsync(ct);
        return Math.Max(sessions, invitations);
    }

    private async Task EndAsync(Initiator by, IQueryable<PersonSession> sessions, CancellationToken ct)
    {
        var ended = await sessions
            .Where(s => s.PersonId == by.PersonId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), ct);
        if (ended > 0)
        {
            NoteAccount(by, AuditAction.SignedOut);
            _accessChanges.Add(new AccessChanged(by.PersonId!.Value));
        }
    }
}
