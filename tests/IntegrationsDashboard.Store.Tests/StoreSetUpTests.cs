using System.Globalization;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationsDashboard.Store.Tests;

public sealed class StoreSetUpTests : StoreTest
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "10000")]
    public async Task Every_connection_from_the_pool_has_its_pragmas(string pragma, string expected)
    {
        // Twice: the second one takes back the connection that the first one returned.
        for (var round = 0; round < 2; round++)
        {
            await using var db = Store.Data();
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names stand above.
            command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100
            Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await Store.AddAsync();
        var before = Store.Dump();

        await Store.MigrateAsync();

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task What_was_recorded_before_there_were_days_counts_in_them()
    {
        var end = TestStore.Start;
        foreach (var (state, hours) in new[]
        {
            (SyncState.Succeeded, -30), (SyncState.PartiallyFailed, -29), (SyncState.Failed, -3), (SyncState.TimedOut, -2),
            (SyncState.AuthenticationFailed, -1), (SyncState.Cancelled, -1),
        })
        {
            var integration = await Store.AddAsync();
            var report = TestStore.Report(integration, $"s-{state}", state, end.AddHours(hours)) with
            {
                StartedAt = end.AddHours(hours).AddMinutes(-3),
                Models = [new SyncModel("employees", 7), new SyncModel("absences", 4)],
            };
            await Store.Ledger.WriteAsync(session => session.RecordSyncAsync(Store.Production, report));
        }

        var before = Store.Dump();
        Assert.Contains(before, row => row.StartsWith("ToolDays: ", StringComparison.Ordinal) && row.EndsWith("|360000|22", StringComparison.Ordinal));
        await using (var db = Store.Data())
        {
            await db.GetService<IMigrator>().MigrateAsync("Messages");
        }

        await Store.MigrateAsync();

        Assert.Equal(before, Store.Dump());
    }

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = Store.Data();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    // Where migrations carry SQL of their own, nothing else compares them with the model.
    [Fact]
    public async Task The_tables_are_those_of_the_model()
    {
        await using var db = Store.Data();
        var expected = db.Model.GetRelationalModel().Tables
            .SelectMany(table => table.Columns.Select(column =>
                $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "" : "not null")}"))
            .Order(StringComparer.Ordinal);

        var found = Store.Rows(
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || iif(c."notnull", 'not null', '')
            FROM sqlite_master AS t, pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            """);

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_indexes_are_those_of_the_model()
    {
        await using var db = Store.Data();
        var expected = db.Model.GetRelationalModel().Tables
            .SelectMany(table => table.Indexes.Select(index =>
                $"{table.Name}.{index.Name} {string.Join(',', index.Columns.Select(column => column.Name))}"))
            .Order(StringComparer.Ordinal);

        var found = Store.Rows(
            """
            SELECT i.tbl_name || '.' || i.name || ' ' || (SELECT group_concat(c.name) FROM pragma_index_info(i.name) AS c)
            FROM sqlite_master AS i
            WHERE i.type = 'index' AND i.name NOT LIKE 'sqlite_%'
            """);

        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sync_cannot_be_without_an_id() =>
        Assert.Equal(["1"], Store.Rows("SELECT \"notnull\" FROM pragma_table_info('Syncs') WHERE name = 'SyncId'"));

    [Theory]
    [InlineData("LogEntries")]
    [InlineData("LogBodies")]
    public void Logs_are_clustered_by_sync_and_sequence(string table)
    {
        var sql = Assert.Single(Store.Rows($"SELECT sql FROM sqlite_master WHERE name = '{table}'"));
        Assert.EndsWith("WITHOUT ROWID", sql.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reopened_file_has_everything()
    {
        var integration = await Store.AddAsync();
        await Store.FinishAsync(integration, "s1", SyncState.Failed, error: "Broken");
        await Store.Ledger.AppendLogAsync(Store.Production, "s1", [TestStore.Entry(1, LogEntryLevel.Error, "It broke")]);
        var before = Store.Dump();

        await using var again = await Store.OpenAgainAsync();

        Assert.Equal(before, again.Dump());
        var view = await again.Integrations.FindAsync(again.Workspace, integration.Id);
        Assert.Equal(IntegrationStatus.QualityAssurance, view!.Evaluation.Status);
        Assert.Equal(new Evidence("s1", 1), view.Evaluation.Evidence);
    }

    [Fact]
    public async Task Bootstrapping_happens_once()
    {
        Assert.Null(await Store.Ledger.WriteAsync(session => session.BootstrapAsync("Another", "k1", "k2")));
        Assert.Equal(["1"], Store.Rows("SELECT COUNT(*) FROM Workspaces"));
        Assert.Null(await Store.Workspaces.FindKeyAsync("k1"));
    }

    [Fact]
    public async Task A_key_opens_its_environment_and_is_stored_as_a_hash_only()
    {
        var holder = await Store.Workspaces.FindKeyAsync("development-key");

        Assert.Equal(Store.Development, holder!.Scope with { By = null });
        Assert.Equal(RoleRights.Key, holder.Scope.By!.Rights);
        Assert.Equal(EnvironmentKind.Development, holder.Environment);
        Assert.Null(await Store.Workspaces.FindKeyAsync("development-kez"));
        Assert.DoesNotContain(Store.Dump(), row => row.Contains("development-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workspace_has_production_first()
    {
        var workspace = await Store.Workspaces.FirstAsync();
        Assert.Equal([EnvironmentKind.Production, EnvironmentKind.Development], workspace!.Environments.Select(e => e.Kind));
    }
}
