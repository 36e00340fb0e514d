using System.Net;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Http;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

public sealed class AddressGuardTests
{
    private static readonly SyncingOptions Guarded = new() { Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1) };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void An_address_of_no_public_network_is_closed(string address) => Assert.False(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.167.1.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    public void An_address_of_the_internet_is_open(string address) => Assert.True(AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task A_tool_on_this_machine_is_refused_however_it_is_written(string host)
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(
            new HttpJsonConnector(), tool.Definition, new Uri($"http://{host}:{tool.Address.Port}"), tool.Credentials)
        { Options = Guarded };

        var failure = await reading.FailedCheckAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Contains("Syncing:AllowPrivateNetworks", failure.Message, StringComparison.Ordinal);
        Assert.Empty(tool.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://192.168.0.1:8080")]
    public async Task A_tool_on_a_private_network_is_refused_without_a_connection(string address)
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(new HttpJsonConnector(), tool.Definition, new Uri(address), tool.Credentials) { Options = Guarded };

        var failure = await reading.FailedCheckAsync();

        Assert.Contains("Syncing:AllowPrivateNetworks", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Journal.Lines, line => line.Message.StartsWith("Trying again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com")]
    [InlineData("https://user:pass@example.com")]
    public async Task An_address_that_is_not_a_plain_one_of_the_web_is_refused(string address)
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(new HttpJsonConnector(), tool.Definition, new Uri(address), tool.Credentials) { Options = Guarded };

        Assert.Contains("https://", (await reading.FailedCheckAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_followed()
    {
        await using var tool = await FaultyTool.StartAsync();
        await using var other = await FaultyTool.StartAsync();
        tool.Fault = ToolFault.Redirected;
        tool.RedirectTo = new Uri(other.Address, "api/employees");
        using var reading = new Reading(new HttpJsonConnector(), tool);

        var failure = await reading.FailedSyncAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Contains(other.Address.Authority, failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }
}
