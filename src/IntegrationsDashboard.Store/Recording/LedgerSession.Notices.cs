using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    internal const string NoticesReader = "notices";

    private readonly Dictionary<int, List<NoticeListener>> _listeners = [];
    private readonly Dictionary<(Guid? PersonId, int? WebhookId), DateTimeOffset?> _lastTold = [];
    private List<NoticeListener>? _operators;

    /// <summary>
    /// Turns the next changes of status into what people and channels are to be told; returns how many messages to the outside it read.
    /// Each is read once, whatever happens to the process; what happened before the first call is told to nobody.
    /// </summary>
    /// <param name="most">How many messages at the most.</param>
    /// <param name="timing">When it is told.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<int> NoteChangesAsync(int most, NoticeTiming timing, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(timing);
        var position = await _db.OutboxReaders.FindAsync([NoticesReader], ct);
        if (position is null)
        {
            _db.OutboxReaders.Add(new OutboxReader { Id = NoticesReader, LastMessageId = await LastMessageAsync(ct) });
            await _db.SaveChangesAsync(ct);
            return 0;
        }

        var messages = await NextMessagesAsync(position, most, ct);
        if (messages.Count == 0)
        {
            return 0;
        }

        foreach (var message in messages.Where(message => message.Type is MessageTypes.StateChanged or MessageTypes.Deleted))
        {
            if (message.IntegrationId is { } id && await FindAsync(id, ct) is { IsDemonstration: false } integration)
            {
                await NoteAsync(message, integration, timing, ct);
            }
        }

        position.LastMessageId = messages[^1].Id;
        await SaveAsync(position, ct);
        return messages.Count;
    }

    /// <summary>
    /// Ends the incidents of integrations that have been well for long enough, and has the recovery told to whoever was told of the
    /// failure. Not before all changes were noted: see <see cref="NoteChangesAsync"/>.
    /// </summary>
    /// <param name="most">How many incidents at the most.</param>
    /// <param name="timing">When it is told.</param>
    /// <param name="ct">Calls it off.</param>
    /// <returns>How many incidents ended.</returns>
    public async Task<int> SettleIncidentsAsync(int most, NoticeTiming timing, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(timing);
        var due = await HealedIncidents(_db, Now).OrderBy(incident => incident.HealsAt).Take(most).ToListAsync(ct);
        foreach (var incident in due)
        {
            await HealAsync(incident, (await FindAsync(incident.IntegrationId, ct))!, timing, ct);
        }

        return due.Count;
    }

    /// <summary>The incidents whose integrations have been well for long enough.</summary>
    internal static IQueryable<Incident> HealedIncidents(DashboardContext db, DateTimeOffset now) =>
        db.Incidents.Where(incident => incident.HealsAt <= now);

    private async Task NoteAsync(OutboxMessage message, Integration integration, NoticeTiming timing, CancellationToken ct)
    {
        var to = message.Type == MessageTypes.Deleted ? IntegrationStatus.Deleted : StatusWords.Parse(message.To);
        if (to is not { } status || (status != IntegrationStatus.Deleted && integration.Facts.DeletedAt is not null))
        {
            return;
        }

        if (status == IntegrationStatus.Deleted)
        {
            await DropAsync(_db.Notices.Where(notice => notice.IntegrationId == integration.Id && notice.EndedAt == null), ct);
        }

        var at = message.OccurredAt;
        var incident = await _db.Incidents.FirstOrDefaultAsync(i => i.IntegrationId == integration.Id && i.ClosedAt == null, ct);
        if (status != IntegrationStatus.Deleted && incident?.HealsAt <= at)
        {
            // It had been well for long enough, though nobody had come to say so before it failed again.
            await HealAsync(incident, integration, timing, ct);
            incident = null;
        }

        if (IncidentStep.Of(incident?.Statuses, StatusWords.Parse(message.From), status, at, timing.HealsAfter) is not { } step)
        {
            return;
        }

        if (incident is null)
        {
            _db.Incidents.Add(incident = new Incident
            {
                WorkspaceId = integration.WorkspaceId,
                IntegrationId = integration.Id,
                OpenedAt = at,
                Statuses = step.Statuses,
            });
            await _db.SaveChangesAsync(ct);
        }

        (incident.Statuses, incident.WellSince, incident.HealsAt) = (step.Statuses, step.WellSince, step.HealsAt);
        incident.ClosedAt = step.Ends ? at : null;
        await SaveAsync(incident, ct);
        await TellAsync(new Telling(incident, integration, status, at, message.Id), step.Tells, timing, ct);
    }

    private async Task TellAsync(Telling telling, IReadOnlyList<NoticeKind> kinds, NoticeTiming timing, CancellationToken ct)
    {
        var integration = telling.Integration;
        List<NoticeListener> resolved = [];
        foreach (var kind in kinds)
        {
            // Who is told of the resolution needs no word of the recovery.
            IEnumerable<NoticeListener> to = kind switch
            {
                NoticeKind.QualityAssuranceEntered => await OperatorsAsync(ct),
                NoticeKind.QualityAssuranceResolved => resolved = await WhoWantsAsync(telling, IntegrationStatus.QualityAssurance, ct),
                NoticeKind.Healed => (await WhoWasToldAsync(telling, ct)).Except(resolved),
                _ => await WhoWantsAsync(telling, telling.Status, ct),
            };
            foreach (var listener in to)
            {
                _db.Notices.Add(new Notice
                {
                    WorkspaceId = integration.WorkspaceId,
                    IntegrationId = integration.Id,
                    IncidentId = telling.Incident.Id,
                    Kind = kind,
                    Status = telling.Status,
                    At = telling.At,
                    PersonId = listener.PersonId,
                    WebhookId = listener.WebhookId,
                    DueAt = timing.DueAt(listener.Choice.Cadence, Now, await LastToldAsync(listener.PersonId, listener.WebhookId, ct)),
                    State = NoticeState.Pending,
                });
            }
        }

        await _db.SaveChangesAsync(ct);
    }

    private async Task HealAsync(Incident incident, Integration integration, NoticeTiming timing, CancellationToken ct)
    {
        var wellSince = incident.WellSince ?? incident.HealsAt!.Value;
        (incident.ClosedAt, incident.HealsAt) = (incident.HealsAt, null);
        await SaveAsync(incident, ct);
        await TellAsync(new Telling(incident, integration, IntegrationStatus.Active, wellSince, null), [NoticeKind.Healed], timing, ct);
    }

    private async Task<List<NoticeListener>> WhoWantsAsync(Telling telling, IntegrationStatus status, CancellationToken ct)
    {
        var integration = telling.Integration;
        var all = await ListenersAsync(integration.WorkspaceId, ct);
        return [.. all.Where(listener => listener.Hears(integration, telling.MessageId)
            && listener.Choice.Includes(status, integration.Category, integration.Environment))];
    }

    private async Task<List<NoticeListener>> WhoWasToldAsync(Telling telling, CancellationToken ct)
    {
        var told = await _db.Notices
            .Where(notice => notice.IncidentId == telling.Incident.Id && notice.Kind == NoticeKind.Broke && notice.State != NoticeState.Dropped)
            .Select(notice => new { notice.PersonId, notice.WebhookId })
            .Distinct()
            .ToListAsync(ct);
        var all = await ListenersAsync(telling.Integration.WorkspaceId, ct);
        return [.. all.Where(listener => listener.Choice.Cadence != Cadence.Never
            && told.Exists(one => one.PersonId == listener.PersonId && one.WebhookId == listener.WebhookId))];
    }

    private async Task<List<NoticeListener>> ListenersAsync(int workspaceId, CancellationToken ct)
    {
        if (_listeners.TryGetValue(workspaceId, out var known))
        {
            return known;
        }

        var rules = await _db.NoticeRules.AsNoTracking().Where(rule => rule.WorkspaceId == workspaceId).ToListAsync(ct);
        var members = await _db.Memberships.Where(member => member.WorkspaceId == workspaceId).Select(member => member.PersonId).ToListAsync(ct);
        var channels = await _db.Webhooks.AsNoTracking()
            .Where(webhook => webhook.WorkspaceId == workspaceId && webhook.Format == WebhookFormat.Slack && webhook.DisabledAt == null)
            .ToListAsync(ct);
        var chosen = rules.Where(rule => rule.PersonId is not null).Select(rule => rule.PersonId!.Value).Except(members).ToList();
        List<Guid> operators = chosen.Count == 0
            ? []
            : await _db.Users.Where(person => person.IsOperator && chosen.Contains(person.Id)).Select(person => person.Id).ToListAsync(ct);
        var ofPeople = rules.Where(rule => rule.PersonId is not null).ToDictionary(rule => rule.PersonId!.Value, rule => rule.Choice);
        var ofChannels = rules.Where(rule => rule.WebhookId is not null).ToDictionary(rule => rule.WebhookId!.Value, rule => rule.Choice);
        return _listeners[workspaceId] =
        [
            .. members.Concat(operators).Select(id => new NoticeListener(id, null, null, 0, ofPeople.GetValueOrDefault(id, NoticeChoice.Default))),
            .. channels.Where(webhook => ofChannels.ContainsKey(webhook.Id))
                .Select(webhook => new NoticeListener(null, webhook.Id, webhook.EnvironmentId, webhook.AfterMessageId, ofChannels[webhook.Id])),
        ];
    }

    private async Task<List<NoticeListener>> OperatorsAsync(CancellationToken ct)
    {
        if (_operators is null)
        {
            var operators = await _db.Users.Where(person => person.IsOperator).Select(person => person.Id).ToListAsync(ct);
            var rules = await _db.NoticeRules.AsNoTracking()
                .Where(rule => rule.WorkspaceId == null && rule.PersonId != null && operators.Contains(rule.PersonId.Value))
                .ToDictionaryAsync(rule => rule.PersonId!.Value, rule => rule.Choice, ct);
            _operators =
            [
                .. operators.Select(id => new NoticeListener(id, null, null, 0, rules.GetValueOrDefault(id, NoticeChoice.Default)))
                    .Where(listener => listener.Choice.Cadence != Cadence.Never),
            ];
        }

        return _operators;
    }

    private async Task<DateTimeOffset?> LastToldAsync(Guid? personId, int? webhookId, CancellationToken ct)
    {
        if (!_lastTold.TryGetValue((personId, webhookId), out var last))
        {
            last = await Of(_db.Notices, personId, webhookId)
                .Where(notice => notice.State == NoticeState.Told && notice.EndedAt != null)
                .OrderByDescending(notice => notice.EndedAt)
                .Select(notice => notice.EndedAt)
                .FirstOrDefaultAsync(ct);
            _lastTold.Add((personId, webhookId), last);
        }

        return last;
    }

    // Apart, for null is not compared with null by any index.
    private static IQueryable<Notice> Of(IQueryable<Notice> notices, Guid? personId, int? webhookId) => personId is { } person
        ? notices.Where(notice => notice.PersonId == person)
        : notices.Where(notice => notice.WebhookId == webhookId!.Value);

    private Task<int> DropAsync(IQueryable<Notice> notices, CancellationToken ct) => notices.ExecuteUpdateAsync(
        set => set
            .SetProperty(notice => notice.State, NoticeState.Dropped)
            .SetProperty(notice => notice.DueAt, (DateTimeOffset?)null)
            .SetProperty(notice => notice.EndedAt, Now)
            .SetProperty(notice => notice.Owner, (string?)null)
            .SetProperty(notice => notice.LeaseUntil, (DateTimeOffset?)null),
        ct);

    // What is told of: a status that an integration entered, by a message to the outside or by time alone.
    private sealed record Telling(Incident Incident, Integration Integration, IntegrationStatus Status, DateTimeOffset At, long? MessageId);
}
