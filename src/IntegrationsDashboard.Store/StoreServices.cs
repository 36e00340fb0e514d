using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationsDashboard.Store;

/// <summary>Puts the store together.</summary>
public static class StoreServices
{
    /// <summary>Adds the ledger, the queries and the feed.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options, StatusRules rules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(RetentionRules.Default);
        services.AddSingleton(rules);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<IntegrationQueries>();
        services.AddSingleton<SyncQueries>();
        services.AddSingleton<ConnectionQueries>();
        services.AddSingleton<LinkQueries>();
        services.AddSingleton<RecordQueries>();
        services.AddSingleton<LogQueries>();
        services.AddSingleton<WorkspaceQueries>();
        services.AddSingleton<ImportQueries>();
        services.AddSingleton<OperatorQueries>();
        services.AddSingleton<PeopleQueries>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<WebhookQueries>();
        services.AddSingleton<OutboxQueries>();
        services.AddSingleton<NoticeQueries>();
        services.AddSingleton<BellQueries>();
        services.AddSingleton<GroupQueries>();
        services.AddSingleton<SelectionQueries>();
        services.AddSingleton<ViewQueries>();
        services.AddSingleton<OverviewQueries>();
        services.AddSingleton<InsightQueries>();
        services.AddSingleton<ComparisonQueries>();
        services.AddSingleton<ErrorPatternQueries>();
        services.AddSingleton<PastErrorQueries>();
        services.AddSingleton<EmbedQueries>();
        services.AddPooledDbContextFactory<DashboardContext>(builder => Configure(builder, options));
        services.AddDataProtection().SetApplicationName("IntegrationsDashboard").PersistKeysToDbContext<DashboardContext>();
        return services;
    }

    /// <summary>Creates the file where it is missing and brings the tables up to date.</summary>
    public static async Task MigrateStoreAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(ct);
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await db.Database.MigrateAsync(ct);

        // Stays set in the file: readers do not wait for the writer, nor the writer for readers.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
    }

    internal static void Configure(DbContextOptionsBuilder builder, StoreOptions options) => builder
        .UseSqlite(options.ConnectionString)
        .AddInterceptors(new SqlitePragmas());
}
