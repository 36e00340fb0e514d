using System.Text;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Store.Recording;
using Microsoft.EntityFrameworkCore;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Some hundred integrations of all kinds in two workspaces, and what a list of them has to be.</summary>
public sealed class IntegrationListData : IAsyncLifetime
{
    private const int Many = 300;

    // What sorts or searches in a way of its own: case, accents, wildcards, characters beyond the first 65,536.
    private static readonly string[] Organizations =
        ["Initech", "initech GmbH", "INITROPE", "Ärzte 100%", "ärzte 100", "a_b", "acb", "ab", "Zoë's \"Labs\"", "\uFFFD last", "😀 smile", "Umbrella Corp"];

    private static readonly string[] Tools = ["personio", "bamboohr", "greenhouse", "100_percent"];

    private List<IntegrationView> _all = [];

    internal TestStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await TestStore.CreateAsync();
        var random = new Random(20260302);
        await FillAsync(random, Store.Production, Many / 2);
        await FillAsync(random, Store.Development, Many / 2);
        Store.Time.Advance(TimeSpan.FromHours(1));
        await using (var db = Store.Data())
        {
            _all = [.. (await db.Integrations.AsNoTracking().ToListAsync()).Select(Store.Integrations.View)];
        }

        await FillAsync(random, await Store.AddWorkspaceAsync(), 50);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>What the filter lets through, in order.</summary>
    internal List<IntegrationView> Expected(WorkspaceScope scope, IntegrationFilter filter, IntegrationSort sort, bool descending)
    {
        var words = (filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant());
        var rows = All(scope)
            .Where(i => filter.Statuses.Count == 0 || filter.Statuses.Contains(i.Evaluation.Status))
            .Where(i => filter.Category is null || filter.Category == i.Category)
            .Where(i => filter.Tool is null || filter.Tool == i.Tool)
            .Where(i => filter.Environment is null || filter.Environment == i.Environment)
            .Where(i => filter.Customer is null || filter.Customer.Equals(i.EndUser.OrganizationName, StringComparison.OrdinalIgnoreCase))
            .Where(i => words.All(word => new[] { i.EndUser.OrganizationName.ToLowerInvariant(), i.Tool, i.Id.ToLowerInvariant() }
                .Any(text => text.Contains(word, StringComparison.Ordinal))));
        var sorted = sort switch
        {
            IntegrationSort.Attention => rows
                .OrderBy(i => i.Evaluation.Status.AttentionRank())
                .ThenByDescending(i => i.Evaluation.Since)
                .ThenBy(i => i.Id, StringComparer.Ordinal),
            IntegrationSort.Name => rows
                .OrderBy(i => Bytes(i.EndUser.OrganizationName.ToLowerInvariant()), StringComparer.Ordinal)
                .ThenBy(i => i.Tool, StringComparer.Ordinal)
                .ThenBy(i => i.Id, StringComparer.Ordinal),
            IntegrationSort.LastSync => rows
                .OrderByDescending(i => i.Facts.LastSync?.EndedAt)
                .ThenByDescending(i => i.Id, StringComparer.Ordinal),
            _ => rows.OrderByDescending(i => i.Evaluation.Since).ThenByDescending(i => i.Id, StringComparer.Ordinal),
        };
        var list = sorted.ToList();
        if (descending)
        {
            list.Reverse();
        }

        return list;
    }

    internal IEnumerable<IntegrationView> All(WorkspaceScope scope) => _all.Where(i =>
        scope.EnvironmentId is null
        || i.Environment == (scope.EnvironmentId == Store.Production.EnvironmentId ? EnvironmentKind.Production : EnvironmentKind.Development));

    // The database compares the bytes of UTF-8, which is not the order of UTF-16 for the rarest characters.
    private static string Bytes(string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text));

    private Task<int> FillAsync(Random random, WorkspaceScope scope, int many) => Store.Ledger.WriteAsync(async session =>
    {
        for (var number = 0; number < many; number++)
        {
            var created = Store.Now.AddHours(-random.Next(0, 100));
            var integration = await session.CreateIntegrationAsync(scope, new NewIntegration
            {
                Tool = Tools[random.Next(Tools.Length)],
                Category = (Category)random.Next(4),
                EndUser = new EndUser { OrganizationName = Organizations[random.Next(Organizations.Length)] },
                Setup = random.Next(5) == 0 ? SetupStatus.Incomplete : SetupStatus.Completed,
                CreatedAt = created,
            });
            for (var sync = random.Next(4); sync > 0; sync--)
            {
                var state = random.Next(2) == 0 ? SyncState.Succeeded : (SyncState)random.Next(1, 6);
                var endedAt = created + random.Next(0, 100) * TimeSpan.FromHours(1);
                await session.RecordSyncAsync(scope, TestStore.Report(integration, $"{scope}{number}-{sync}", state, endedAt));
            }

            if (random.Next(12) == 0)
            {
                foreach (var hours in new[] { 101, 180 })
                {
                    var refused = TestStore.Report(
                        integration, $"{scope}{number}-{hours}", SyncState.AuthenticationFailed, created.AddHours(hours));
                    await session.RecordSyncAsync(scope, refused);
                }
            }

            IntegrationEvent? last = random.Next(8) switch
            {
                0 => new Deactivated(Store.Now),
                1 => new Deleted(Store.Now),
                2 => new QaResolved(Store.Now),
                _ => null,
            };
            if (last is not null)
            {
                await session.RecordAsync(scope, integration.Id, last);
            }
        }

        return many;
    });
}
