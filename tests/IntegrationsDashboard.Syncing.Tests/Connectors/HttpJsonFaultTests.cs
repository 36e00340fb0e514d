using System.Net;
using System.Net.Sockets;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

public sealed class HttpJsonFaultTests
{
    [Theory]
    [InlineData(ToolFault.WrongCredentials, ConnectorFailure.Authentication, "refused the token (401)")]
    [InlineData(ToolFault.MissingRequiredField, ConnectorFailure.Failure, "the record e1 of employees without last_name")]
    [InlineData(ToolFault.Unavailable, ConnectorFailure.Failure, "has a problem of its own (503)")]
    [InlineData(ToolFault.Down, ConnectorFailure.Failure, "ended the connection without an answer")]
    [InlineData(ToolFault.MalformedJson, ConnectorFailure.Failure, "it is not JSON")]
    [InlineData(ToolFault.RateLimited, ConnectorFailure.Failure, "takes no more requests for now (429)")]
    [InlineData(ToolFault.Redirected, ConnectorFailure.Failure, "which is not followed")]
    public async Task A_fault_that_ends_a_sync_says_whose_matter_it_is_and_what_happened(ToolFault fault, ConnectorFailure kind, string says)
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Fault = fault;
        using var reading = new Reading(new HttpJsonConnector(), tool);

        var failure = await reading.FailedSyncAsync();

        Assert.Equal(kind, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.Contains("Faulty HR", fault == ToolFault.Redirected ? "Faulty HR" : failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Journal.Lines, line => line.Level >= LogEntryLevel.Warning);
    }

    [Fact]
    public async Task A_tool_that_is_too_slow_fails_the_sync()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Fault = ToolFault.Slow;
        using var reading = new Reading(new HttpJsonConnector(), tool)
        {
            Options = new SyncingOptions { AllowPrivateNetworks = true, Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1), RequestTimeout = TimeSpan.FromMilliseconds(100) },
        };

        var failure = await reading.FailedSyncAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Contains("did not answer within 0.1 seconds", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, reading.Journal.Requests.Count());
    }

    [Fact]
    public async Task A_tool_where_nobody_listens_fails_the_sync()
    {
        await using var tool = await FaultyTool.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var reading = new Reading(new HttpJsonConnector(), tool.Definition, new Uri($"http://127.0.0.1:{port}"), tool.Credentials);

        var failure = await reading.FailedSyncAsync();

        Assert.Equal(ConnectorFailure.Failure, failure.Kind);
        Assert.Contains("does not accept connections", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_may_not_be_read_is_a_warning_and_the_others_are_read()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Fault = ToolFault.MissingPermission;
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync();

        var warning = Assert.Single(reading.Warnings);
        Assert.Equal("departments", warning.Model);
        Assert.Contains("may not read departments (403)", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["employees"], reading.ModelsRead);
        Assert.Equal(5, reading.Records.Count());
    }

    [Fact]
    public async Task Where_no_model_may_be_read_the_permission_is_missing()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Fault = ToolFault.MissingPermission;
        tool.ForbiddenModels = ["employees", "departments"];
        using var reading = new Reading(new HttpJsonConnector(), tool);

        Assert.Equal(ConnectorFailure.Permission, (await reading.FailedSyncAsync()).Kind);
        Assert.Equal(ConnectorFailure.Permission, (await reading.FailedCheckAsync()).Kind);
    }

    [Fact]
    public async Task A_missing_optional_field_is_a_warning_and_the_record_is_read()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Paging = PagingKind.None;
        tool.Fault = ToolFault.MissingOptionalField;
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync(null, "employees");

        Assert.Equal("The record e1 of employees has no work_email (contact.email).", Assert.Single(reading.Warnings).Message);
        Assert.Equal(5, reading.Records.Count());
        Assert.Equal(["employees"], reading.ModelsRead);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_is_a_warning_and_nothing_counts_as_gone()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Paging = PagingKind.None;
        tool.Fault = ToolFault.UnreadableRecord;
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync(null, "employees");

        Assert.Contains("cannot be read", Assert.Single(reading.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(4, reading.Records.Count());
        Assert.Empty(reading.ModelsRead);
    }

    [Fact]
    public async Task Many_warnings_of_a_model_are_summed_up()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Employees.AddRange(Enumerable.Range(6, 45).Select(Employee.Sample));
        tool.Paging = PagingKind.None;
        var definition = tool.Definition;
        var resource = definition.HttpJson!.Resources[0];
        using var reading = new Reading(
            new HttpJsonConnector(),
            definition with
            {
                HttpJson = definition.HttpJson with { Resources = [resource with { Fields = [.. resource.Fields, new FieldMapping("phone", "phone")] }] },
            },
            tool.Address,
            tool.Credentials);

        await reading.SyncAsync();

        Assert.Equal(21, reading.Warnings.Count());
        Assert.Equal("And 30 more warnings of this kind about employees.", reading.Warnings.Last().Message);
    }

    [Theory]
    [InlineData(ToolFault.Unavailable)]
    [InlineData(ToolFault.Down)]
    [InlineData(ToolFault.RateLimited)]
    public async Task What_passes_is_tried_again_and_every_attempt_is_in_the_log(ToolFault fault)
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Paging = PagingKind.None;
        tool.Break(fault, times: 2);
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync(null, "employees");

        Assert.Equal(5, reading.Records.Count());
        int? failed = fault switch { ToolFault.Unavailable => 503, ToolFault.RateLimited => 429, _ => null };
        Assert.Equal([failed, failed, 200], reading.Journal.Requests.Select(line => line.Http!.Status));
        Assert.All(reading.Journal.Requests, line =>
        {
            Assert.Equal("GET", line.Http!.Method);
            Assert.Equal(new Uri(tool.Address, "api/employees").ToString(), line.Http.Url);
            Assert.Equal("employees", line.Model);
            Assert.True(line.Http.DurationMs >= 0);
        });
        Assert.Equal("GET /api/employees → 200", reading.Journal.Requests.Last().Message);
        Assert.Equal(2, reading.Journal.Lines.Count(line => line.Message.StartsWith("Trying again in ", StringComparison.Ordinal)));
        Assert.DoesNotContain(reading.Journal.Lines, line => line.Level >= LogEntryLevel.Warning);
    }

    [Fact]
    public async Task A_tool_that_says_how_long_to_wait_is_obeyed()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.RetryAfter = 0;
        tool.Break(ToolFault.RateLimited, times: 1);
        using var reading = new Reading(new HttpJsonConnector(), tool)
        {
            Options = new SyncingOptions { AllowPrivateNetworks = true, Retries = 1, RetryDelay = TimeSpan.FromHours(1) },
        };

        await reading.SyncAsync();

        Assert.Contains(reading.Journal.Lines, line => line.Message == "Trying again in 0 s, attempt 2 of 2.");
    }

    [Fact]
    public async Task A_connection_that_is_not_secure_fails_the_sync_at_once()
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(
            new HttpJsonConnector(), tool.Definition, new Uri($"https://127.0.0.1:{tool.Address.Port}"), tool.Credentials);

        var failure = await reading.FailedSyncAsync();

        Assert.Contains("is not secure", failure.Message, StringComparison.Ordinal);
        Assert.Single(reading.Journal.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_tool_is_followed()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.RedirectTo = new Uri(tool.Address, "api/employees?limit=2&page=1");
        tool.Break(ToolFault.Redirected, times: 1);
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync(null, "employees");

        Assert.Equal(5, reading.Records.Count());
        Assert.Equal(302, reading.Journal.Requests.First().Http!.Status);
    }
}
