using IntegrationsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace IntegrationsDashboard.Web.Tests.Demonstration;

public sealed class DemonstrationSettingsTests
{
    [Fact]
    public void In_production_there_is_neither_a_workspace_nor_a_demonstration_unless_somebody_asks()
    {
        var options = OptionsIn("Production", new() { ["Demonstration:Enabled"] = "true" });

        Assert.False(options.Demonstration);
        Assert.Null(options.WorkspaceName);
    }

    [Fact]
    public async Task In_production_a_workspace_that_was_asked_for_stays_empty()
    {
        var options = OptionsIn("Production", new() { ["Demonstration:Enabled"] = "true", ["Bootstrap:WorkspaceName"] = "Real" });
        await using var store = await DemonstrationStore.EmptyAsync(Instants.Parse(Instants.Ordinary));

        Assert.True(await store.StartAsync(options, TestContext.Current.CancellationToken));

        await using var db = await store.OpenAsync();
        Assert.Equal("Real", Assert.Single(db.Workspaces).Name);
        Assert.Empty(db.Integrations);
    }

    [Fact]
    public void In_development_a_demonstration_is_made_unless_it_is_switched_off()
    {
        Assert.True(OptionsIn("Development", new() { ["Demonstration:Enabled"] = "true" }).Demonstration);
        Assert.False(OptionsIn("Development", new() { ["Demonstration:Enabled"] = "false" }).Demonstration);
    }

    private static DashboardOptions OptionsIn(string environment, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        return DashboardOptions.From(builder.Configuration, builder.Environment);
    }
}
