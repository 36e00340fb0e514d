using IntegrationsDashboard.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace IntegrationsDashboard.Web.Tests.Hosting;

public sealed class DashboardOptionsTests
{
    [Fact]
    public void Production_invents_nothing()
    {
        var options = Read("Production", ("Demonstration:Enabled", "true"));

        Assert.False(options.Demonstration);
        Assert.Null(options.WorkspaceName);
        Assert.Null(options.ApiKey);
    }

    [Fact]
    public void Development_brings_a_demonstration_with_known_keys_unless_others_are_given()
    {
        Assert.Equal("demo-production", Read("Development", ("Demonstration:Enabled", "true")).ApiKey);
        Assert.Equal("mine", Read("Development", ("Demonstration:Enabled", "true"), ("Bootstrap:ApiKey", "mine")).ApiKey);
        Assert.False(Read("Development", ("Demonstration:Enabled", "false")).Demonstration);
    }

    [Theory]
    [InlineData("StatusRules:AuthenticationGrace")]
    [InlineData("StatusRules:IdleLimit")]
    [InlineData("StatusRules:DeletionGrace")]
    [InlineData("Retention:Bodies")]
    [InlineData("Retention:Syncs")]
    [InlineData("Retention:RemovedRecords")]
    public void A_threshold_that_cannot_be_is_named(string setting)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("Production", (setting, "00:00:00")));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
    }

    private static DashboardOptions Read(string environment, params (string Key, string Value)[] settings) => DashboardOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
