using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What is asked about webhooks and what was sent to them.</summary>
public sealed class WebhookQueries(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>The webhooks of a workspace, or of one environment of it, the last made first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(WorkspaceScope scope, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await InScope(db, scope).OrderByDescending(w => w.Id).ToListAsync(ct);
    }

    /// <summary>One of them; null where the scope has none of this number.</summary>
    public async Task<Webhook?> FindAsync(WorkspaceScope scope, int id, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await InScope(db, scope).FirstOrDefaultAsync(w => w.Id == id, ct);
    }

    /// <summary>The workspace, among those given, that a webhook belongs to; null where it belongs to none of them.</summary>
    public async Task<int?> WorkspaceOfAsync(int id, IReadOnlyCollection<int> workspaceIds, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Webhooks
            .Where(w => w.Id == id && workspaceIds.Contains(w.WorkspaceId))
            .Select(w => (int?)w.WorkspaceId)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>A webhook's deliveries, the last first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="before">Only those with a lower number; null from the last on.</param>
    /// <param name="size">How many at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        WorkspaceScope scope, int webhookId, DeliveryFilter filter, long? before = null, int size = 50, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var deliveries = db.Deliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhookId && InScope(db, scope).Any(w => w.Id == webhookId));
        if (before is { } id)
        {
            deliveries = deliveries.Where(d => d.Id < id);
        }

        if (filter.State is { } state)
        {
            deliveries = deliveries.Where(d => d.State == state);
        }

        if (filter.Type is { } type)
        {
            deliveries = deliveries.Where(d => d.Type == type);
        }

        return await deliveries.OrderByDescending(d => d.Id).Take(size).ToListAsync(ct);
    }

    /// <summary>The attempts of a delivery, in order.</summary>
    public async Task<IReadOnlyList<DeliveryAttempt>> AttemptsAsync(WorkspaceScope scope, long deliveryId, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.DeliveryAttempts.AsNoTracking()
            .Where(a => a.DeliveryId == deliveryId)
            .Where(a => db.Deliveries.Any(d => d.Id == deliveryId && InScope(db, scope).Any(w => w.Id == d.WebhookId)))
            .OrderBy(a => a.Id)
            .ToListAsync(ct);
    }

    /// <summary>The attempts of the last 24 hours by the hour, the earliest first; an hour without any is there too.</summary>
    public async Task<IReadOnlyList<DeliveryCount>> LastDayAsync(WorkspaceScope scope, int webhookId, CancellationToken ct = default)
    {
        var now = time.GetUtcNow();
        var first = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero).AddHours(-23);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = await InScope(db, scope).AnyAsync(w => w.Id == webhookId, ct) ? await CountAsync(db, webhookId, first, ct) : [];
        var byHour = counts.ToDictionary(count => count.Hour);
        return
        [
            .. Enumerable.Range(0, 24).Select(hour => byHour.TryGetValue(hour, out var count)
                ? new DeliveryCount(first.AddHours(hour), count.Succeeded, count.Attempts - count.Succeeded)
                : new DeliveryCount(first.AddHours(hour), 0, 0)),
        ];
    }

    // Summed up where the rows are: a busy webhook has hundreds of thousands a day. Those that ended before have no attempt since, so that
    // only the deliveries of the day are looked at, found by when they ended (the plus keeps SQLite from walking all of the webhook's).
    private static Task<List<HourCount>> CountAsync(DashboardContext db, int webhookId, DateTimeOffset first, CancellationToken ct) =>
        db.Database.SqlQuery<HourCount>(
            $"""
            SELECT (a.At - {first.UtcTicks}) / {TimeSpan.TicksPerHour} AS Hour,
                COUNT(*) AS Attempts,
                COUNT(CASE WHEN a.Status BETWEEN 200 AND 299 THEN 1 END) AS Succeeded
            FROM (
                SELECT Id FROM Deliveries WHERE WebhookId = {webhookId} AND State = 0
                UNION ALL
                SELECT Id FROM Deliveries WHERE +WebhookId = {webhookId} AND EndedAt >= {first.UtcTicks}
            ) AS d
            CROSS JOIN DeliveryAttempts AS a ON a.DeliveryId = d.Id
            WHERE a.At >= {first.UtcTicks}
            GROUP BY 1
            """).ToListAsync(ct);

    private static IQueryable<Webhook> InScope(DashboardContext db, WorkspaceScope scope) => db.Webhooks.AsNoTracking()
        .Where(w => w.WorkspaceId == scope.WorkspaceId && (scope.EnvironmentId == null || w.EnvironmentId == scope.EnvironmentId));

    private sealed record HourCount(int Hour, int Attempts, int Succeeded);
}
