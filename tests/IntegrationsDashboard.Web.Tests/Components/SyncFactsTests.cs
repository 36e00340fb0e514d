using Bunit;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Components.Syncs;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>What the page of a sync says of what it brought.</summary>
public sealed class SyncFactsTests : ComponentTest
{
    [Fact]
    public void A_sync_of_our_own_shows_what_was_added_changed_and_removed()
    {
        var facts = Render<SyncFacts>(p => p.Add(f => f.Sync, Make(new SyncModel("users", 1_200, 3, 2, 1))));

        Assert.Equal(["users", "1,200", "3", "2", "1"], facts.FindAll("tbody th, tbody td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_reported_sync_shows_only_what_was_reported()
    {
        var facts = Render<SyncFacts>(p => p.Add(f => f.Sync, Make(new SyncModel("users", 1_200))));

        Assert.Empty(facts.FindAll("table"));
        Assert.Equal("1,200", facts.Find(".models dd").TextContent);
    }

    [Fact]
    public void A_record_is_shown_as_text_whatever_it_holds()
    {
        StoredRecord[] records =
        [
            new() { IntegrationId = "x", Model = "users", RemoteId = "ada", Data = """{"name":"<img src=x>"}""" },
            new() { IntegrationId = "x", Model = "users", RemoteId = "bob", Data = "{}", RemovedAt = Now },
        ];
        var samples = Render<RecordSamples>(p => p.Add(s => s.Samples, [new ModelSample("users", records), new ModelSample("groups", [])]));

        Assert.Empty(samples.FindAll("img"));
        Assert.Equal("{\n  \"name\": \"<img src=x>\"\n}", samples.Find("pre").TextContent);
        Assert.Contains("removed", samples.FindAll("h3")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("None is stored", samples.Find("[data-model=groups]").TextContent, StringComparison.Ordinal);
    }

    private static Sync Make(params SyncModel[] models) => new()
    {
        EnvironmentId = 1,
        IntegrationId = "x",
        SyncId = "s",
        State = SyncState.Succeeded,
        Type = SyncType.Full,
        StartedAt = Now.AddMinutes(-10),
        EndedAt = Now,
        Models = models,
    };
}
