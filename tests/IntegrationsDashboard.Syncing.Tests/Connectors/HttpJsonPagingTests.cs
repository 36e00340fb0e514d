using CsCheck;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Json;
using IntegrationsDashboard.Syncing.Tests.Faulty;

namespace IntegrationsDashboard.Syncing.Tests.Connectors;

public sealed class HttpJsonPagingTests
{
    [Theory]
    [InlineData(PagingKind.None)]
    [InlineData(PagingKind.Page)]
    [InlineData(PagingKind.Offset)]
    [InlineData(PagingKind.Cursor)]
    [InlineData(PagingKind.LinkHeader)]
    public async Task However_many_records_there_are_each_is_read_once(PagingKind paging)
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Paging = paging;

        await Gen.Select(Gen.Int[0, 17], Gen.Int[1, 6]).SampleAsync(
            async (records, pageSize) =>
            {
                tool.PageSize = pageSize;
                tool.Employees.Clear();
                tool.Employees.AddRange(Enumerable.Range(1, records).Select(Employee.Sample));
                using var reading = new Reading(new HttpJsonConnector(), tool);

                await reading.SyncAsync(null, "employees");

                Assert.Equal(tool.Employees.Select(employee => employee.Id), reading.Records.Select(record => record.RemoteId));
                Assert.Equal(["employees"], reading.ModelsRead);
                return true;
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task A_record_carries_the_fields_of_its_model()
    {
        await using var tool = await FaultyTool.StartAsync();
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync();

        Assert.Equal(
            """{"id":"e1","first_name":"First1","last_name":"Last1","work_email":"e1@example.com","department":"Engineering","location":"Lyon"}""",
            reading.Records.First().Data.ToJsonString());
        Assert.Equal(["employees", "departments"], reading.ModelsRead);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public async Task A_delta_brings_what_changed_and_what_is_gone()
    {
        await using var tool = await FaultyTool.StartAsync();
        var since = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        tool.Employees[1] = tool.Employees[1] with { UpdatedAt = since.AddHours(1) };
        tool.Employees[3] = tool.Employees[3] with { UpdatedAt = since.AddHours(2), IsRemoved = true };
        using var reading = new Reading(new HttpJsonConnector(), tool);

        await reading.SyncAsync(since);

        Assert.Equal(["e2"], reading.Records.Select(record => record.RemoteId));
        Assert.Equal([new RecordGone("employees", "e4")], reading.Items.OfType<RecordGone>());
    }

    [Fact]
    public async Task A_tool_that_gives_the_same_page_again_and_again_fails_the_sync()
    {
        await using var tool = await FaultyTool.StartAsync();
        tool.Paging = PagingKind.Cursor;
        var definition = tool.Definition;
        var looping = definition.HttpJson!.Resources[0] with { Paging = definition.HttpJson.Resources[0].Paging with { Parameter = "ignored" } };
        using var byCursor = new Reading(
            new HttpJsonConnector(),
            definition with { HttpJson = definition.HttpJson with { Resources = [looping] } },
            tool.Address,
            tool.Credentials);
        tool.Paging = PagingKind.Page;
        looping = looping with { Paging = looping.Paging with { Kind = PagingKind.Page } };
        using var byPage = new Reading(
            new HttpJsonConnector(),
            definition with { HttpJson = definition.HttpJson with { Resources = [looping] } },
            tool.Address,
            tool.Credentials);

        var pageFailure = await byPage.FailedSyncAsync();
        tool.Paging = PagingKind.Cursor;
        var cursorFailure = await byCursor.FailedSyncAsync();

        Assert.Contains("repeat themselves", pageFailure.Message, StringComparison.Ordinal);
        Assert.Contains("repeat themselves", cursorFailure.Message, StringComparison.Ordinal);
        Assert.Equal(ConnectorFailure.Failure, cursorFailure.Kind);
    }
}
