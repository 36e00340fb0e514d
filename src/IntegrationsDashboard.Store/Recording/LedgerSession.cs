using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>
/// One open transaction of the <see cref="Ledger"/>. Each method checks first and writes then: one that throws
/// <see cref="UnknownIdException"/> or <see cref="RefusedReportException"/> has written nothing, and the session can go on.
/// </summary>
public sealed partial class LedgerSession
{
    // Below this, a request tells the idle rule nothing new: days matter, not minutes.
    private static readonly TimeSpan ApiRequestPrecision = TimeSpan.FromMinutes(1);

    private readonly DashboardContext _db;
    private readonly LedgerQuestions _questions;
    private readonly RowWriter _rows;
    private readonly FactsWriter _facts;
    private readonly StatusRules _rules;
    private readonly List<IntegrationChanged> _changes = [];
    private readonly List<AccessChanged> _accessChanges = [];
    private readonly Dictionary<string, Integration> _known = [];

    internal LedgerSession(
        DashboardContext db,
        LedgerQuestions questions,
        RowWriter rows,
        StatusRules rules,
        DateTimeOffset now,
        bool tellsOutside)
    {
        _db = db;
        _questions = questions;
        _rows = rows;
        _rules = rules;
        Now = now;
        _facts = new FactsWriter(db, rows, rules, now, tellsOutside);
    }

    /// <summary>The time of this transaction (UTC).</summary>
    public DateTimeOffset Now { get; }

    internal IReadOnlyList<IntegrationChanged> Changes => _changes;

    internal IReadOnlyList<AccessChanged> AccessChanges => _accessChanges;

    /// <summary>Creates an integration in the scope's environment. With an id that is known there already, changes nothing.</summary>
    /// <exception cref="RefusedReportException">The id belongs to somebody else.</exception>
    public async Task<Integration> CreateIntegrationAsync(WorkspaceScope scope, NewIntegration report, CancellationToken ct = default)
    {
        Demand(scope, Rights.Report);
        return await AddIntegrationAsync(scope, report, ct);
    }

    private async Task<Integration> AddIntegrationAsync(WorkspaceScope scope, NewIntegration report, CancellationToken ct)
    {
        var environmentId = scope.EnvironmentId ?? throw new ArgumentException("An integration is created in one environment.", nameof(scope));
        var environment = await _db.Environments.FindAsync([environmentId], ct);
        if (environment?.WorkspaceId != scope.WorkspaceId)
        {
            throw new ArgumentException("The environment belongs to another workspace.", nameof(scope));
        }

        if (report.Id is not null && await FindAsync(report.Id, ct) is { } known)
        {
            return known.EnvironmentId == environmentId
                ? known
                : throw new RefusedReportException("id", "this id is taken; leave it out to get a new one.");
        }

        var id = report.Id ?? Secrets.NewIntegrationId(report.Tool);
        var createdAt = report.CreatedAt ?? Now;
        var facts = IntegrationFacts.Created(environment.Kind, createdAt, report.WatchedSince ?? Now, report.Setup);
        var integration = new Integration
        {
            Id = id,
            WorkspaceId = scope.WorkspaceId,
            EnvironmentId = environmentId,
            Environment = environment.Kind,
            Tool = report.Tool,
            Category = report.Category,
            EndUser = report.EndUser,
            CreatedAt = createdAt,
            IsDemonstration = report.IsDemonstration,
            BaseFacts = facts,
            Facts = facts,
            NameKey = SortKeys.Name(report.EndUser.OrganizationName, report.Tool, id),
            SearchText = SortKeys.Search(report.EndUser.OrganizationName, report.Tool, id),
        };
        await _facts.BeginAsync(integration, ct);
        _known.Add(id, integration);
        Audit(scope, AuditAction.IntegrationCreated, id, report.Tool);
        _changes.Add(new IntegrationChanged(integration.WorkspaceId, id));
        return integration;
    }

    /// <summary>Records an event other than a sync.</summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="NotAllowedException">The caller may not.</exception>
    /// <exception cref="RefusedReportException">It happened before the history that is kept.</exception>
    public async Task<Integration> RecordAsync(
        WorkspaceScope scope, string integrationId, IntegrationEvent @event, CancellationToken ct = default)
    {
        var integration = await LoadAsync(scope, integrationId, ct);
        var before = integration.Status;
        if (scope.By is { } by)
        {
            // That it called is true of any program, whatever it may do.
            Demand(scope, @event is ApiRequested ? Rights.None : Watched(@event).Needed);
            @event = @event with { Actor = by.Actor };
        }

        if (IsIdle(integration, @event))
        {
            return integration;
        }

        if (IsBeforeHistory(integration, @event.At))
        {
            throw TooLate(integration, "at");
        }

        var row = @event is ApiRequested ? await LastApiRequestAsync(integration, @event, ct) : null;
        if (row is null)
        {
            _db.Events.Add(row = Events.ToRow(integrationId, @event));
        }

        row.At = @event.At;
        await SaveAsync(row, ct);
        var from = await _facts.ApplyAsync(integration, @event with { Sequence = row.Sequence }, ct);
        if (@event is Deactivated or Deleted)
        {
            await CancelRunningAsync(integration, @event.At, ct);
        }

        if (@event is not ApiRequested && scope.By is not null)
        {
            Audit(scope, Watched(@event).Action, integrationId, (@event as QaResolved)?.Note, before.Word(), integration.Status.Word());
        }

        Write(integration, null, from, scope.By?.PersonId);
        return integration;
    }

    /// <summary>Writes the changes that time alone has made to at most <paramref name="most"/> integrations; returns how many were due.</summary>
    public async Task<int> SettleDueAsync(int most, CancellationToken ct = default)
    {
        var due = await _db.Integrations.AsNoTracking().Where(i => i.NextChangeAt <= Now).OrderBy(i => i.NextChangeAt).Take(most).ToListAsync(ct);
        foreach (var row in due)
        {
            var integration = _known.GetValueOrDefault(row.Id, row);
            Write(integration, null, _facts.Settle(integration));
        }

        return due.Count;
    }

    // An event that changes no fact is not worth a row: switching on what is on, a second request within the same minute.
    private bool IsIdle(Integration integration, IntegrationEvent @event)
    {
        var facts = integration.Facts;
        if (@event is ApiRequested && !IsNews(facts, @event.At))
        {
            return true;
        }

        return !facts.IsLate(@event) && @event switch
        {
            ApiRequested => @event.At <= facts.IdleSince,
            Activated => facts.AdvanceTo(@event.At, _rules).Inactivity is null,
            Deactivated => facts.AdvanceTo(@event.At, _rules).Inactivity is not null,
            SetupCompleted => facts.Setup != SetupStatus.Incomplete,
            QaResolved => !facts.QaFailed,
            _ => false,
        };
    }

    /// <summary>
    /// Whether a request tells the idle rule something; where not, recording it writes nothing, and nobody has to wait for the ledger.
    /// </summary>
    /// <param name="facts">The integration's facts.</param>
    /// <param name="at">When the request came (UTC).</param>
    public static bool IsNews(IntegrationFacts facts, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Environment == EnvironmentKind.Development && !IsWithinTheMinute(facts.IdleSince, at);
    }

    private static bool IsWithinTheMinute(DateTimeOffset last, DateTimeOffset at) => at >= last && at < last + ApiRequestPrecision;

    // Of several requests in a row only the last matters: one row is moved along. It may not move so far from what the idle limit
    // counted from before it that folding the rows anew would find the limit passed.
    private async Task<RecordedEvent?> LastApiRequestAsync(Integration integration, IntegrationEvent @event, CancellationToken ct)
    {
        var events = _db.Events.Where(e => e.IntegrationId == integration.Id);
        var last = await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        if (last is not { Kind: EventKind.ApiRequested } || last.At > @event.At)
        {
            return null;
        }

        var before = await events
            .Where(e => e.Sequence != last.Sequence && (e.Kind == EventKind.ApiRequested || e.Kind == EventKind.Activated))
            .MaxAsync(e => (DateTimeOffset?)e.At, ct);
        return @event.At - (before ?? integration.BaseFacts.IdleSince) < _rules.IdleLimit ? last : null;
    }

    private async Task<Integration> LoadAsync(WorkspaceScope scope, string integrationId, CancellationToken ct)
    {
        var integration = await FindAsync(integrationId, ct);
        return integration is not null
            && integration.WorkspaceId == scope.WorkspaceId
            && (scope.EnvironmentId is null || scope.EnvironmentId == integration.EnvironmentId)
            && integration.Facts.DeletedAt is null
                ? integration
                : throw new UnknownIdException("integration", integrationId);
    }

    private async Task<Integration?> FindAsync(string integrationId, CancellationToken ct)
    {
        if (!_known.TryGetValue(integrationId, out var integration))
        {
            integration = await _questions.Integration(_db, integrationId, ct);
            if (integration is not null)
            {
                _known.Add(integrationId, integration);
            }
        }

        return integration;
    }

    private void Write(Integration integration, string? syncId = null, IntegrationStatus? from = null, Guid? byPersonId = null)
    {
        _rows.Update(integration);
        Note(integration, syncId, from, byPersonId);
    }

    private void Note(Integration integration, string? syncId, IntegrationStatus? from = null, Guid? byPersonId = null) => _changes.Add(
        new IntegrationChanged(integration.WorkspaceId, integration.Id, syncId, from, from is null ? null : integration.Status, byPersonId));

    // The context does not look for changes by itself, see Ledger.WriteAsync.
    private async Task SaveAsync(object row, CancellationToken ct)
    {
        _db.Entry(row).DetectChanges();
        await _db.SaveChangesAsync(ct);
    }
}
