using System.Text.Json;
using CsCheck;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Tests.Histories;

namespace IntegrationsDashboard.Store.Tests;

/// <summary>Facts come back from their column as they went in.</summary>
public sealed class FactsJsonTests : StoreTest
{
    [Fact]
    public async Task The_facts_of_any_history_come_back() => await RandomHistory.Any.Array[20].SampleAsync(
        async histories =>
        {
            var prefix = Guid.NewGuid().ToString("N");
            var facts = histories.Select(history => history.Events("s").Aggregate(history.Created, (f, @event) => f.Apply(@event))).ToArray();
            await using (var db = Store.Data())
            {
                db.Integrations.AddRange(facts.Select((f, index) => Row($"{prefix}{index:D2}", f)));
                await db.SaveChangesAsync();
            }

            await using var again = Store.Data();
            var read = again.Integrations.Where(i => i.Tool == prefix).OrderBy(i => i.Id).Select(i => i.Facts).ToArray();
            Assert.Equal(facts, read);
        },
        iter: 10,
        threads: 1);

    [Fact]
    public async Task Facts_to_which_nothing_has_happened_come_back_with_the_start_as_their_position()
    {
        var integration = await Store.AddAsync();
        var read = (await Store.ReadAsync(integration)).Facts;

        Assert.Equal(integration.Facts, read);
        Assert.Equal(EventPosition.Start, read.Position);
        Assert.Equal("", read.Position.SyncId);
    }

    [Fact]
    public async Task What_is_absent_is_not_written()
    {
        await Store.AddAsync();
        using var json = JsonDocument.Parse(Assert.Single(Store.Rows("SELECT Facts FROM Integrations")));

        Assert.Equal(
            ["CreatedAt", "Environment", "IdleSince", "Position", "Setup"],
            json.RootElement.EnumerateObject().Select(property => property.Name).Order());
    }

    [Fact]
    public async Task The_models_of_a_sync_come_back()
    {
        var integration = await Store.AddAsync();
        SyncModel[] models = [new("employees", 12), new("absences", long.MaxValue)];
        await Store.Ledger.RecordSyncAsync(
            Store.Production, TestStore.Report(integration, "s1", SyncState.Succeeded, Store.Now) with { Models = models });

        Assert.Equal(models, (await Store.Syncs.FindAsync(Store.Production, integration.Id, "s1"))!.Models);
    }

    private Integration Row(string key, IntegrationFacts facts) => new()
    {
        Id = key,
        WorkspaceId = Store.Production.WorkspaceId,
        EnvironmentId = Store.Production.EnvironmentId!.Value,
        Environment = facts.Environment,
        Tool = key[..^2],
        Category = Category.Hris,
        EndUser = new EndUser { OrganizationName = "Initech" },
        CreatedAt = facts.CreatedAt,
        BaseFacts = facts,
        Facts = facts,
        NameKey = key,
        SearchText = key,
    };
}
