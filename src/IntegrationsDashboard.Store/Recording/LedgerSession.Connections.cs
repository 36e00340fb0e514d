using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Recording;

public sealed partial class LedgerSession
{
    /// <summary>Creates an integration that the dashboard syncs itself, and queues its first sync.</summary>
    public async Task<Integration> ConnectAsync(
        WorkspaceScope scope, NewIntegration report, NewConnection connection, CancellationToken ct = default)
    {
        Demand(scope, Rights.Act);
        var integration = await AddIntegrationAsync(scope, report, ct);
        _db.Connections.Add(new Connection
        {
            IntegrationId = integration.Id,
            Address = connection.Address,
            ProtectedCredentials = connection.ProtectedCredentials,
            FullEvery = connection.FullEvery,
            DeltaEvery = connection.DeltaEvery,
        });
        var isSetUp = report.Setup == SetupStatus.Incomplete;
        _db.SyncJobs.Add(NewJob(integration.Id, SyncType.Full, isSetUp ? SyncPurpose.SetUp : SyncPurpose.First, Now));
        if (connection.DeltaEvery is not null)
        {
            _db.SyncJobs.Add(NewJob(integration.Id, SyncType.Delta, SyncPurpose.Scheduled, null));
        }

        await _db.SaveChangesAsync(ct);
        return integration;
    }

    /// <summary>
    /// Replaces the credentials of an integration, which were checked before, and queues a sync. Where its syncs are reported from
    /// outside there is nothing to replace or queue; that new credentials came is recorded all the same.
    /// </summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    public async Task<Integration> ReplaceCredentialsAsync(
        WorkspaceScope scope, string integrationId, string address, string protectedCredentials, CancellationToken ct = default)
    {
        var integration = await RecordAsync(scope, integrationId, new CredentialsReplaced(Now), ct);
        if (await _db.Connections.FindAsync([integrationId], ct) is { } connection)
        {
            connection.Address = address;
            connection.ProtectedCredentials = protectedCredentials;
            await SaveAsync(connection, ct);

            // What runs with the old credentials would say nothing about the new ones.
            await CancelRunningAsync(integration, Now, ct);
            if (integration.Status == IntegrationStatus.Setup)
            {
                await QueueAsync(integration, SyncType.Full, SyncPurpose.SetUp, ct);
            }
            else if (integration.Status.SyncsAutomatically())
            {
                await QueueAsync(integration, SyncType.Full, SyncPurpose.Reconnected, ct);
            }

            Write(integration);
        }

        return integration;
    }

    /// <summary>
    /// Sets what is synced. The first time this finishes the set-up and queues the final sync; later the data counts as expired until
    /// the next sync that got in, which is queued too.
    /// </summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">Its syncs are reported from outside.</exception>
    public async Task<Integration> ConfigureFiltersAsync(
        WorkspaceScope scope, string integrationId, SyncFilters filters, CancellationToken ct = default)
    {
        var integration = await LoadAsync(scope, integrationId, ct);
        Demand(scope, Rights.Act);
        var connection = await ConnectionAsync(integration, ct);
        var wasInSetup = IsInSetup(integration);
        connection.Filters = filters;
        connection.DataExpiredAt = wasInSetup ? null : connection.DataExpiredAt ?? Now;
        await SaveAsync(connection, ct);
        integration = await RecordAsync(scope, integrationId, new SetupCompleted(Now), ct);
        if (integration.Status.SyncsAutomatically())
        {
            // What was queued or runs was asked for with other filters.
            await CancelRunningAsync(integration, Now, ct);
            await _db.SyncJobs
                .Where(j => j.IntegrationId == integrationId && j.Type == SyncType.Full)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.Purpose, SyncPurpose.Scheduled), ct);
            await QueueAsync(integration, SyncType.Full, wasInSetup ? SyncPurpose.Final : SyncPurpose.Requested, ct);
            Write(integration);
        }

        Note(integration, null);
        return integration;
    }

    /// <summary>Sets how often an integration is synced; what is due later than the new times allow is moved forward.</summary>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">Its syncs are reported from outside.</exception>
    public async Task SetScheduleAsync(
        WorkspaceScope scope, string integrationId, TimeSpan fullEvery, TimeSpan? deltaEvery, CancellationToken ct = default)
    {
        var integration = await LoadAsync(scope, integrationId, ct);
        Demand(scope, Rights.Act);
        var connection = await ConnectionAsync(integration, ct);
        Audit(
            scope,
            AuditAction.ScheduleSet,
            integrationId,
            oldValue: Words(connection.FullEvery, connection.DeltaEvery),
            newValue: Words(fullEvery, connection.DeltaEvery is null ? null : deltaEvery));
        connection.FullEvery = fullEvery;
        connection.DeltaEvery = connection.DeltaEvery is null ? null : deltaEvery;
        await SaveAsync(connection, ct);
        foreach (var job in await _db.SyncJobs.Where(j => j.IntegrationId == integrationId).ToListAsync(ct))
        {
            if ((job.Type == SyncType.Full ? fullEvery : deltaEvery) is { } every && job.DueAt > Now + every)
            {
                job.DueAt = Now + every;
                await SaveAsync(job, ct);
            }
        }

        Note(integration, null);
    }

    /// <summary>
    /// Queues a sync to start at once. At most one per type is queued or runs: where there is one, that one is named.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="integrationId">The integration.</param>
    /// <param name="type">The type; null for a delta sync where the connector has them, else a full one.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="ct">Calls it off.</param>
    /// <exception cref="UnknownIdException">No such integration in the scope, or it was deleted.</exception>
    /// <exception cref="RefusedReportException">It cannot be synced now, or not from here, or not by delta.</exception>
    public async Task<SyncRequested> RequestSyncAsync(
        WorkspaceScope scope,
        string integrationId,
        SyncType? type = null,
        SyncPurpose purpose = SyncPurpose.Requested,
        CancellationToken ct = default)
    {
        var integration = await LoadAsync(scope, integrationId, ct);
        Demand(scope, Rights.Act);
        await ConnectionAsync(integration, ct);
        var startsInQa = purpose == SyncPurpose.QualityAssurance && integration.Status == IntegrationStatus.QualityAssurance;
        if (!integration.Status.SyncsAutomatically() && !startsInQa)
        {
            throw new RefusedReportException("integration_id", $"\"{integrationId}\" cannot be synced while it is {integration.Status.Word()}; {Remedy(integration.Status)}.");
        }

        var hasDelta = await _db.SyncJobs.AnyAsync(j => j.IntegrationId == integrationId && j.Type == SyncType.Delta, ct);
        if (type == SyncType.Delta && !hasDelta)
        {
            throw new RefusedReportException("type", "this tool has no delta syncs; ask for FULL, or leave it out.");
        }

        var requested = await QueueAsync(integration, type ?? SyncType.Full, purpose, ct);
        Audit(scope, AuditAction.SyncRequested, integrationId, requested.Type.ToString());
        return requested;
    }

    private static string Words(TimeSpan fullEvery, TimeSpan? deltaEvery) => deltaEvery is null ? $"{fullEvery:c}" : $"{fullEvery:c}, {deltaEvery:c}";

    private static string Remedy(IntegrationStatus status) => status switch
    {
        IntegrationStatus.Inactive => "switch it on first",
        IntegrationStatus.CredentialsInvalid => "reconnect it first",
        IntegrationStatus.Setup => "configure its filters first",
        _ => "an engineer has to resolve what its first sync had shown first",
    };

    private static SyncJob NewJob(string integrationId, SyncType type, SyncPurpose purpose, DateTimeOffset? dueAt) =>
        new() { IntegrationId = integrationId, Type = type, SyncId = Secrets.NewSyncId(), Purpose = purpose, DueAt = dueAt };

    private async Task<SyncRequested> QueueAsync(Integration integration, SyncType type, SyncPurpose purpose, CancellationToken ct)
    {
        var job = await _db.SyncJobs.AsNoTracking().SingleAsync(j => j.IntegrationId == integration.Id && j.Type == type, ct);
        var queued = job.Owner is not null || job.Purpose != SyncPurpose.Scheduled;
        if (!queued)
        {
            await _db.SyncJobs
                .Where(j => j.IntegrationId == integration.Id && j.Type == type)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.Purpose, purpose).SetProperty(j => j.DueAt, Now), ct);
            Note(integration, null);
        }

        return new SyncRequested(job.SyncId, type, queued);
    }

    private async Task<Connection> ConnectionAsync(Integration integration, CancellationToken ct) =>
        await _db.Connections.FindAsync([integration.Id], ct)
        ?? throw new RefusedReportException("integration_id", $"the syncs of \"{integration.Id}\" are reported from outside; the dashboard cannot start or configure them.");
}
