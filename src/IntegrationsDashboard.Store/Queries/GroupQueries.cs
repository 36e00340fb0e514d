using System.Linq.Expressions;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1310, CA1866 // The database looks for the text; it knows neither cultures nor characters.

namespace IntegrationsDashboard.Store.Queries;

/// <summary>What the groups of the list of integrations come to. Counted by the database, from an index.</summary>
public sealed class GroupQueries(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>How many groups are listed at the most.</summary>
    public const int Most = 100;

    /// <summary>The groups of all that match, those with the most that need a person first; statuses and environments in their own order.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="filter">Which integrations.</param>
    /// <param name="by">What they are grouped by.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task<IReadOnlyList<IntegrationGroup>> ListAsync(
        WorkspaceScope scope, IntegrationFilter filter, IntegrationGrouping by, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.Integrations.Matching(scope, filter);
        return by switch
        {
            IntegrationGrouping.Customer => await CustomersAsync(db, scope, rows, ct),
            IntegrationGrouping.Tool => [.. (await TallyAsync(rows, i => i.Tool, ct)).Select(tally => Group(tally.Key, tally))],
            IntegrationGrouping.Status =>
            [
                .. (await TallyAsync(rows, i => i.Status, ct)).OrderBy(tally => tally.Key.AttentionRank()).Select(tally => Group(tally.Key.Word(), tally)),
            ],
            _ =>
            [
                .. (await TallyAsync(rows, i => i.Environment, ct)).OrderBy(tally => tally.Key).Select(tally => Group(tally.Key.ToString().ToLowerInvariant(), tally)),
            ],
        };
    }

    private static async Task<IReadOnlyList<IntegrationGroup>> CustomersAsync(
        DashboardContext db, WorkspaceScope scope, IQueryable<Integration> rows, CancellationToken ct)
    {
        // The names by which rows are sorted begin with the organisation, in lower case.
        var tallies = await TallyAsync(rows, i => i.NameKey.Substring(0, i.NameKey.IndexOf("\u0001")), ct);
        if (tallies.Count == 0)
        {
            return [];
        }

        var samples = tallies.ConvertAll(tally => tally.Sample);
        var names = await db.Integrations.InScope(scope)
            .Where(i => samples.Contains(i.NameKey))
            .Select(i => new { i.NameKey, i.EndUser.OrganizationName })
            .ToDictionaryAsync(i => i.NameKey, i => i.OrganizationName, ct);
        return [.. tallies.Select(tally => new IntegrationGroup(tally.Key, names[tally.Sample], tally.Count, tally.Attention))];
    }

    private static IntegrationGroup Group<T>(string key, Tally<T> tally) => new(key, key, tally.Count, tally.Attention);

    private static Task<List<Tally<T>>> TallyAsync<T>(IQueryable<Integration> rows, Expression<Func<Integration, T>> key, CancellationToken ct) => rows
        .GroupBy(key)
        .Select(group => new
        {
            group.Key,
            Count = group.Count(),
            Attention = group.Count(i => i.Status != IntegrationStatus.Active && i.Status != IntegrationStatus.Inactive && i.Status != IntegrationStatus.Deleted),
            Sample = group.Min(i => i.NameKey)!,
        })
        .OrderByDescending(group => group.Attention)
        .ThenBy(group => group.Key)
        .Take(Most)
        .Select(group => new Tally<T>(group.Key, group.Count, group.Attention, group.Sample))
        .ToListAsync(ct);

    private sealed record Tally<T>(T Key, int Count, int Attention, string Sample);
}
