using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the overview of a workspace asks. All of it is read from counts, sums and indexes: no sync is looked at.</summary>
public sealed class OverviewQueries(IDbContextFactory<DashboardContext> contexts, IntegrationQueries integrations, TimeProvider time)
{
    /// <summary>How many integrations of each failing status are looked at for what they share, the last to fail.</summary>
    public const int MostAiling = 1000;

    private static readonly IntegrationStatus[] Shareable =
        [.. Enum.GetValues<FailureFamily>().SelectMany(Failure.Statuses).OrderBy(status => status.AttentionRank())];

    private static readonly IntegrationStatus[] Unshared =
        [.. StatusWords.NeedingAttention.Except(Shareable)];

    /// <summary>What needs somebody.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="environment">Only this environment; null for both.</param>
    /// <param name="most">How many that stand for themselves at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<AilingView> AilingAsync(WorkspaceScope scope, EnvironmentKind? environment, int most, CancellationToken ct = default)
    {
        var ailing = new List<IntegrationView>();
        var isWhole = true;
        foreach (var status in Shareable)
        {
            var page = await ListAsync(status, MostAiling);
            ailing.AddRange(page.Items);
            isWhole &= page.Next is null;
        }

        // A clock rule may have turned a status since it was stored; what it is now decides.
        var incidents = SharedIncidents.Find(ailing.Select(item => Failure.Of(item.Id, item.Tool, item.Evaluation)).OfType<Failure>());
        var shared = incidents.SelectMany(incident => incident.Failures).Select(failure => failure.IntegrationId).ToHashSet(StringComparer.Ordinal);
        List<IntegrationView> alone = [.. ailing.Where(item => !shared.Contains(item.Id)).Take(most)];
        foreach (var status in Unshared)
        {
            if (alone.Count < most)
            {
                alone.AddRange((await ListAsync(status, most - alone.Count)).Items);
            }
        }

        var shown = ailing.Where(item => shared.Contains(item.Id)).Concat(alone).ToDictionary(item => item.Id, StringComparer.Ordinal);
        return new AilingView(incidents, alone, shown, isWhole);

        Task<Page<IntegrationView>> ListAsync(IntegrationStatus status, int size) => integrations.ListAsync(
            scope, new IntegrationFilter { Statuses = [status], Environment = environment }, IntegrationSort.Attention, size: size, ct: ct);
    }

    /// <summary>The integrations whose status holds since an instant or a later one, each with its last change; the last to change first.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="environment">Only this environment; null for both.</param>
    /// <param name="since">The instant (UTC).</param>
    /// <param name="most">How many integrations at the most.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<OverviewTurn>> TurnsAsync(
        WorkspaceScope scope, EnvironmentKind? environment, DateTimeOffset since, int most, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var first = since.UtcTicks;
        var rows = db.Integrations.AsNoTracking().InScope(scope).Where(i => i.SinceKey >= first);
        if (environment is { } kind)
        {
            rows = rows.Where(i => i.Environment == kind);
        }

        // Asked one by one for each row of the page; joined, SQLite would sort the histories of all integrations.
        var found = await rows
            .OrderByDescending(i => i.SinceKey)
            .ThenByDescending(i => i.Id)
            .Take(most)
            .Select(i => new
            {
                Row = i,
                From = db.StatusChanges.Where(c => c.IntegrationId == i.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
                    .Select(c => c.From).FirstOrDefault(),
                At = db.StatusChanges.Where(c => c.IntegrationId == i.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
                    .Select(c => (DateTimeOffset?)c.At).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. found
                .Where(turn => turn.At >= since)
                .Select(turn => new OverviewTurn(turn.At!.Value, turn.From, integrations.View(turn.Row)))
                .OrderByDescending(turn => turn.At),
        ];
    }

    /// <summary>How the syncs did in the last days, today included.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="environment">Only this environment; null for both.</param>
    /// <param name="days">How many days, 1 or more.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<RatesView> RatesAsync(WorkspaceScope scope, EnvironmentKind? environment, int days, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1 - days);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (begins, before) = (first.DayNumber, first.DayNumber - days);
        var rows = db.ToolDays.Where(day => day.WorkspaceId == scope.WorkspaceId && day.Day >= before);
        if (scope.EnvironmentId is { } environmentId)
        {
            rows = rows.Where(day =>
                db.Environments.Any(e => e.Id == environmentId && e.WorkspaceId == day.WorkspaceId && e.Kind == day.Environment));
        }

        if (environment is { } kind)
        {
            rows = rows.Where(day => day.Environment == kind);
        }

        // A handful of rows a day for each tool: summed up here once for the days and once for the tools.
        var read = await rows.AsNoTracking()
            .Select(day => new
            {
                day.Day,
                day.Tool,
                Sum = new TallySum(day.Succeeded, day.Warned, day.Failed, day.Refused, day.DurationMs, day.Records),
            })
            .ToListAsync(ct);
        var integrationsOf = await IntegrationsByToolAsync(db, scope, environment, ct);
        var now = read.Where(row => row.Day >= begins).ToList();
        var byDay = now.GroupBy(row => row.Day).ToDictionary(day => day.Key, day => Sum(day.Select(row => row.Sum)));
        var tools = read
            .GroupBy(row => row.Tool, StringComparer.Ordinal)
            .Select(tool => new ToolTally(
                tool.Key,
                integrationsOf.GetValueOrDefault(tool.Key),
                Sum(tool.Where(row => row.Day >= begins).Select(row => row.Sum)),
                Sum(tool.Where(row => row.Day < begins).Select(row => row.Sum))))
            .Where(tool => tool.Now.Total > 0)
            .OrderBy(tool => tool.Now.SuccessRate)
            .ThenByDescending(tool => tool.Now.Total)
            .ThenBy(tool => tool.Tool, StringComparer.Ordinal);
        return new RatesView(
            TallyDay.Fill(byDay, first, days), Sum(now.Select(row => row.Sum)), Sum(read.Where(row => row.Day < begins).Select(row => row.Sum)), [.. tools]);
    }

    private static TallySum Sum(IEnumerable<TallySum> sums) => sums.Aggregate(TallySum.None, (sum, one) => sum.Plus(one));

    private static async Task<Dictionary<string, int>> IntegrationsByToolAsync(
        DashboardContext db, WorkspaceScope scope, EnvironmentKind? environment, CancellationToken ct)
    {
        var counts = db.StatusCounts.Where(count => count.WorkspaceId == scope.WorkspaceId && count.Status != IntegrationStatus.Deleted);
        if (scope.EnvironmentId is { } environmentId)
        {
            counts = counts.Where(count =>
                db.Environments.Any(e => e.Id == environmentId && e.WorkspaceId == count.WorkspaceId && e.Kind == count.Environment));
        }

        if (environment is { } kind)
        {
            counts = counts.Where(count => count.Environment == kind);
        }

        return await counts
            .GroupBy(count => count.Tool)
            .Select(tool => new { tool.Key, Sum = tool.Sum(count => count.Count) })
            .ToDictionaryAsync(tool => tool.Key, tool => tool.Sum, StringComparer.Ordinal, ct);
    }
}
