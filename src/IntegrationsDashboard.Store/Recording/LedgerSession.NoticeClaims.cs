using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>
    /// Takes what is due to be told: all of one person or channel about one workspace together. Whoever takes it has to record the
    /// outcome before the lease ends; else another process takes it. What somebody does not want to hear any more, or must not, is dropped.
    /// </summary>
    /// <param name="owner">Which process takes it.</param>
    /// <param name="most">How many people or channels at the most.</param>
    /// <param name="lease">How long it is its own.</param>
    /// <param name="ofChannels">Whether it takes what channels are told, or else what people are.</param>
    /// <param name="timing">How long after the last time somebody is told again.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<ClaimedNotices>> ClaimNoticesAsync(
        string owner, int most, TimeSpan lease, bool ofChannels, NoticeTiming timing, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(timing);
        var claimed = new List<ClaimedNotices>();

        // With each step, what was found is due no more.
        while (claimed.Count < most
            && await DueNotices(_db, Now, ofChannels).AsNoTracking().OrderBy(n => n.DueAt).ThenBy(n => n.Id).FirstOrDefaultAsync(ct) is { } first)
        {
            var isForOperator = first.Kind == NoticeKind.QualityAssuranceEntered;
            var due = Of(DueNotices(_db, Now, ofChannels), first.PersonId, first.WebhookId)
                .Where(n => n.WorkspaceId == first.WorkspaceId && (n.Kind == NoticeKind.QualityAssuranceEntered) == isForOperator);
            var (mayHear, cadence, reader) = await MayHearAsync(first, isForOperator, ct);
            if (!mayHear)
            {
                await DropAsync(due, ct);
            }
            else if (cadence == Cadence.AtOnce && first.Attempts == 0 && await QuietUntilAsync(first, isForOperator, timing.Gap, ct) is { } until)
            {
                await due.ExecuteUpdateAsync(set => set.SetProperty(n => n.DueAt, until), ct);
            }
            else
            {
                claimed.Add(await ClaimAsync(due, owner, lease, reader, isForOperator, ct));
            }
        }

        return claimed;
    }

    /// <summary>
    /// Records that somebody was told, and for a channel has the text sent to it: both in this transaction. Where the lease was lost
    /// meanwhile, nothing is recorded and nothing sent.
    /// </summary>
    /// <param name="claimed">What was told.</param>
    /// <param name="text">What a channel is sent; null for a person.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task RecordToldAsync(ClaimedNotices claimed, NewDelivery? text = null, CancellationToken ct = default)
    {
        var held = Held(claimed);
        if (claimed.WebhookId is { } id && (await _db.Webhooks.FindAsync([id], ct))?.DisabledAt is not null)
        {
            await DropAsync(held, ct);
            return;
        }

        var told = await held.ExecuteUpdateAsync(
            set => set
                .SetProperty(notice => notice.State, NoticeState.Told)
                .SetProperty(notice => notice.DueAt, (DateTimeOffset?)null)
                .SetProperty(notice => notice.EndedAt, Now)
                .SetProperty(notice => notice.Owner, (string?)null)
                .SetProperty(notice => notice.LeaseUntil, (DateTimeOffset?)null),
            ct);
        if (told > 0 && claimed.WebhookId is { } webhookId && text is not null)
        {
            _db.Deliveries.Add(New(webhookId, text));
            await _db.SaveChangesAsync(ct);
            _changes.Add(new IntegrationChanged(claimed.WorkspaceId, null));
        }
    }

    /// <summary>Records that somebody could not be told: it is tried again, or given up. Where the lease was lost meanwhile, nothing changes.</summary>
    /// <param name="claimed">What was to be told.</param>
    /// <param name="pause">How long to wait after so many attempts in vain; null to give up.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task RecordUntoldAsync(ClaimedNotices claimed, Func<int, TimeSpan?> pause, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(pause);
        var notices = await Held(claimed).ToListAsync(ct);
        var pauses = notices.ConvertAll(notice => pause(notice.Attempts + 1));
        foreach (var (notice, own) in notices.Zip(pauses))
        {
            // What is tried again is tried together, when the turn of the one comes that waits longest.
            notice.Attempts++;
            notice.State = own is null ? NoticeState.GivenUp : NoticeState.Pending;
            notice.DueAt = own is null ? null : Now + pauses.Max();
            notice.EndedAt = own is null ? Now : null;
            (notice.Owner, notice.LeaseUntil) = (null, null);
            _db.Entry(notice).DetectChanges();
        }

        await _db.SaveChangesAsync(ct);
    }

    /// <summary>Erases notices that ended at <paramref name="until"/> (UTC) or before, at most <paramref name="most"/>; returns how many it erased.</summary>
    public Task<int> EraseNoticesAsync(DateTimeOffset until, int most, CancellationToken ct = default) =>
        _db.Notices.Where(notice => notice.EndedAt <= until).OrderBy(notice => notice.EndedAt).Take(most).ExecuteDeleteAsync(ct);

    /// <summary>
    /// Erases incidents that ended at <paramref name="until"/> (UTC) or before and of which nothing is to be told or known to have been
    /// told any more, at most <paramref name="most"/>; returns how many it erased.
    /// </summary>
    public Task<int> EraseIncidentsAsync(DateTimeOffset until, int most, CancellationToken ct = default) => _db.Incidents
        .Where(incident => incident.ClosedAt <= until && !_db.Notices.Any(notice => notice.IncidentId == incident.Id))
        .OrderBy(incident => incident.ClosedAt)
        .Take(most)
        .ExecuteDeleteAsync(ct);

    /// <summary>What people, or channels, are due to be told and nobody is telling them.</summary>
    internal static IQueryable<Notice> DueNotices(DashboardContext db, DateTimeOffset now, bool ofChannels) => db.Notices
        .Where(notice => notice.DueAt <= now && (notice.LeaseUntil == null || notice.LeaseUntil <= now))
        .Where(notice => ofChannels ? notice.WebhookId != null : notice.PersonId != null);

    private async Task<ClaimedNotices> ClaimAsync(
        IQueryable<Notice> due, string owner, TimeSpan lease, NoticeReader? reader, bool isForOperator, CancellationToken ct)
    {
        var notices = await due.OrderBy(notice => notice.Id).ToListAsync(ct);
        var told = new List<ClaimedNotice>(notices.Count);
        foreach (var notice in notices)
        {
            (notice.Owner, notice.LeaseUntil) = (owner, Now + lease);
            _db.Entry(notice).DetectChanges();
            told.Add(new ClaimedNotice(
                notice,
                (await FindAsync(notice.IntegrationId, ct))!,
                notice.Kind == NoticeKind.QualityAssuranceResolved ? await NoteOfAsync(notice, ct) : null,
                await _db.Connections.AnyAsync(connection => connection.IntegrationId == notice.IntegrationId, ct)));
        }

        await _db.SaveChangesAsync(ct);
        var workspaceId = notices[0].WorkspaceId;
        return new ClaimedNotices
        {
            Owner = owner,
            LeaseUntil = Now + lease,
            WorkspaceId = workspaceId,
            Workspace = await _db.Workspaces.Where(workspace => workspace.Id == workspaceId).Select(workspace => workspace.Name).FirstAsync(ct),
            Reader = reader,
            IsForOperator = isForOperator,
            WebhookId = notices[0].WebhookId,
            Notices = told,
        };
    }

    // The one place that decides whether somebody may be told of a workspace, at the time of telling.
    private async Task<(bool MayHear, Cadence Cadence, NoticeReader? Reader)> MayHearAsync(Notice notice, bool isForOperator, CancellationToken ct)
    {
        if (notice.WebhookId is { } webhookId)
        {
            var isOn = await _db.Webhooks.AnyAsync(webhook => webhook.Id == webhookId && webhook.DisabledAt == null, ct);
            var rule = await _db.NoticeRules.AsNoTracking().FirstOrDefaultAsync(r => r.WebhookId == webhookId, ct);
            return (isOn && rule is { Choice.Cadence: not Cadence.Never }, rule?.Choice.Cadence ?? Cadence.Never, null);
        }

        var personId = notice.PersonId!.Value;
        var person = await _db.Users.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, ct);
        var role = await _db.Memberships
            .Where(member => member.WorkspaceId == notice.WorkspaceId && member.PersonId == personId)
            .Select(member => (Role?)member.Role)
            .FirstOrDefaultAsync(ct);
        if (person?.Email is not { } email || ((role is null || isForOperator) && !person.IsOperator))
        {
            return (false, Cadence.Never, null);
        }

        var rights = (role is { } known ? RoleRights.Of(known) : Rights.None) | (person.IsOperator ? RoleRights.Operator : Rights.None);
        var cadence = (await ChoiceAsync(personId, isForOperator ? null : notice.WorkspaceId, ct)).Cadence;
        return (cadence != Cadence.Never, cadence, new NoticeReader(personId, person.Name, email, person.Language ?? Languages.Default, rights));
    }

    // Whoever is being told something just now counts as told now.
    private async Task<DateTimeOffset?> QuietUntilAsync(Notice notice, bool isForOperator, TimeSpan gap, CancellationToken ct)
    {
        var isBeingTold = await Of(_db.Notices, notice.PersonId, notice.WebhookId)
            .Where(other => other.EndedAt == null && other.LeaseUntil > Now)
            .AnyAsync(
                other => other.WorkspaceId == notice.WorkspaceId && (other.Kind == NoticeKind.QualityAssuranceEntered) == isForOperator, ct);
        var until = (isBeingTold ? Now : await LastToldAsync(notice.PersonId, notice.WebhookId, ct)) + gap;
        return until > Now ? until : null;
    }

    // What the operator wrote, where it was an operator who ended it and not a report that came late.
    private Task<string?> NoteOfAsync(Notice notice, CancellationToken ct) => _db.StatusChanges
        .Where(change => change.IntegrationId == notice.IntegrationId && change.At <= notice.At && change.From == IntegrationStatus.QualityAssurance)
        .OrderByDescending(change => change.At)
        .ThenByDescending(change => change.Id)
        .Select(change => change.Cause == EventKind.QaResolved ? change.Note : null)
        .FirstOrDefaultAsync(ct);

    private IQueryable<Notice> Held(ClaimedNotices claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var ids = claimed.Notices.Select(one => one.Notice.Id).ToList();
        return _db.Notices.Where(notice => ids.Contains(notice.Id)
            && notice.State == NoticeState.Pending && notice.Owner == claimed.Owner && notice.LeaseUntil == claimed.LeaseUntil);
    }
}
