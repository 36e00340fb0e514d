using IntegrationsDashboard.Web.Hosting;
using IntegrationsDashboard.Web.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace IntegrationsDashboard.Web.Tests.Sandbox;

public sealed class SandboxAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    [InlineData("http://*:5080", "http://localhost:5080/")]
    [InlineData("http://0.0.0.0:5080;https://localhost:5443", "http://localhost:5080/")]
    [InlineData("http://[::]:5080", "http://localhost:5080/")]
    [InlineData("http://127.0.0.1:6000/", "http://127.0.0.1:6000/")]
    public void It_is_where_this_machine_reaches_the_program(string urls, string expected) =>
        Assert.Equal(expected, SandboxAddress.Of(urls)?.ToString());

    [Fact]
    public void A_port_left_to_the_system_is_chosen_before_the_start()
    {
        var urls = SandboxAddress.WithPorts("http://127.0.0.1:0;http://localhost:5080").Split(';');

        Assert.NotEqual(0, new Uri(urls[0]).Port);
        Assert.Equal("127.0.0.1", new Uri(urls[0]).Host);
        Assert.Equal("http://localhost:5080", urls[1]);
    }

    [Theory]
    [InlineData("Development", "true", "", true)]
    [InlineData("Development", "false", "", false)]
    [InlineData("Development", "false", "true", true)]
    [InlineData("Development", "true", "false", false)]
    [InlineData("Production", "true", "true", false)]
    public void It_is_served_and_allowed_where_it_should_be_and_nowhere_else(string environment, string demonstration, string sandbox, bool expected)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = "http://localhost:5080",
            ["Demonstration:Enabled"] = demonstration,
            ["Sandbox:Enabled"] = sandbox,
            ["Syncing:AllowedAddresses:0"] = "hr.intranet:8443",
        };
        var options = DashboardOptions.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal(expected, options.Sandbox is not null);
        Assert.Equal(expected, options.Tools.Any(tool => tool.Id == "sandbox"));
        Assert.Equal(expected, options.Syncing.Allows("localhost", 5080));
        Assert.False(options.Syncing.Allows("localhost", 5081));
        Assert.True(options.Syncing.Allows("HR.intranet", 8443));
    }
}
