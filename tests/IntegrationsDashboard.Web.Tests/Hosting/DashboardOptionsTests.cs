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
    [InlineData("Retention:Audit")]
    public void A_threshold_that_cannot_be_is_named(string setting)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("Production", (setting, "00:00:00")));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HealsAfter", "-0:01:00", "a time span from zero up to 7 days")]
    [InlineData("HealsAfter", "60", "a time span from zero up to 7 days")]
    [InlineData("Gap", "soon", "a time span from zero up to a day")]
    [InlineData("DigestAt", "25:00", "a time of day")]
    [InlineData("TimeZone", "Europe/Atlantis", "the name of a time zone")]
    public void When_people_are_told_is_named_where_it_cannot_be(string setting, string value, string remedy)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("Production", ($"Notifying:{setting}", value)));
        Assert.StartsWith($"The setting Notifying:{setting} is \"{value}\"; it has to be {remedy}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_told_when_the_settings_say()
    {
        var usual = Read("Production").Notifying;
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), new TimeOnly(7, 0)), (usual.HealsAfter, usual.Gap, usual.DigestAt));
        var own = Read("Production", ("Notifying:Gap", "0:00:00"), ("Notifying:DigestAt", "18:30"), ("Notifying:TimeZone", "Europe/Berlin")).Notifying;
        Assert.Equal((TimeSpan.Zero, new TimeOnly(18, 30), "Europe/Berlin"), (own.Gap, own.DigestAt, own.TimeZone.Id));
    }

    [Theory]
    [InlineData("TokensPerSecond", "0", "a number above zero")]
    [InlineData("TokensPerSecond", "-1", "a number above zero")]
    [InlineData("TokensPerSecond", "NaN", "a number above zero")]
    [InlineData("TokensPerSecond", "1000001", "a number above zero")]
    [InlineData("Burst", "0", "a whole number from 1")]
    [InlineData("Burst", "100000001", "a whole number from 1")]
    public void A_rate_that_cannot_be_is_named(string setting, string value, string remedy)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("Production", ($"Api:RateLimit:{setting}", value)));
        Assert.StartsWith($"The setting Api:RateLimit:{setting} is {value}; it has to be {remedy}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_has_a_rate_unless_the_settings_give_another()
    {
        Assert.Equal(new RateLimit(50, 500), Read("Production").RateLimit);
        Assert.Equal(new RateLimit(0.5, 3), Read("Production", ("Api:RateLimit:TokensPerSecond", "0.5"), ("Api:RateLimit:Burst", "3")).RateLimit);
    }

    [Theory]
    [InlineData("Bootstrap:OperatorEmail", "ada@example.com", "go together")]
    [InlineData("Bootstrap:OperatorPassword", "a long enough secret", "go together")]
    [InlineData("Security:FrameAncestors:0", "app.example.com", "origin such as https://app.example.com")]
    [InlineData("Security:FrameAncestors:0", "'self'; script-src *", "origin such as https://app.example.com")]
    [InlineData("Authentication:OpenIdConnect:Authority", "id.example.com", "begins with https://")]
    [InlineData("Authentication:OpenIdConnect:Authority", "http://id.example.com", "begins with https://")]
    [InlineData("Authentication:OpenIdConnect:Authority", "https://id.example.com", "ClientId is missing")]
    public void A_setting_about_who_comes_in_that_cannot_be_is_named(string setting, string value, string remedy)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read("Production", (setting, value)));
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(setting.Split(":0")[0].Split(":Authority")[0], refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_is_none_is_named()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Read(
            "Production",
            ("Authentication:OpenIdConnect:Authority", "https://id.example.com"),
            ("Authentication:OpenIdConnect:ClientId", "dashboard"),
            ("Authentication:OpenIdConnect:Role", "7")));
        Assert.Contains("Viewer, Member, Admin", refusal.Message, StringComparison.Ordinal);
    }

    private static DashboardOptions Read(string environment, params (string Key, string Value)[] settings) => DashboardOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
