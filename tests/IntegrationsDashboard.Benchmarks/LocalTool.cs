using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Benchmarks;

/// <summary>A tool on this machine that gives as many employees as its address says, by pages, as fast as it can.</summary>
internal sealed class LocalTool : IAsyncDisposable
{
    private const int PageSize = 100;
    private static readonly string[] Departments = ["Engineering", "Finance", "Legal", "Marketing", "Operations", "People", "Sales", "Support"];
    private static readonly string[] Cities = ["Amsterdam", "Berlin", "Chicago", "Dublin", "Lisbon", "Oslo"];

    private readonly WebApplication _app;

    private LocalTool(WebApplication app) => _app = app;

    public ToolDefinition Definition { get; } = new()
    {
        Id = "local",
        Label = "Local HR",
        Category = Category.Hris,
        Connector = "http-json",
        HttpJson = new HttpJsonDefinition
        {
            SignIn = ["bearer"],
            Resources =
            [
                new HttpJsonResource
                {
                    Model = "employees",
                    Label = "Employees",
                    Path = "employees",
                    Records = "data",
                    Paging = new PagingDefinition { Kind = PagingKind.Page, Size = PageSize },
                    Fields =
                    [
                        new FieldMapping("id", "id", IsRequired: true),
                        new FieldMapping("first_name", "name.first"),
                        new FieldMapping("last_name", "name.last", IsRequired: true),
                        new FieldMapping("work_email", "email"),
                        new FieldMapping("title", "title"),
                        new FieldMapping("manager_id", "manager_id"),
                        new FieldMapping("start_date", "start_date"),
                        new FieldMapping("phone", "phone"),
                        new FieldMapping("employment", "employment"),
                        new FieldMapping("department", "department", IsFilter: true),
                        new FieldMapping("location", "location", IsFilter: true),
                    ],
                },
            ],
        },
    };

    public static async Task<LocalTool> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{records:int}/employees", WritePage);
        await app.StartAsync();
        return new LocalTool(app);
    }

    /// <summary>Where it has so many records.</summary>
    public string AddressOf(int records) => string.Create(CultureInfo.InvariantCulture, $"{_app.Urls.Single()}/{records}");

    /// <summary>Reads all of so many records as one would by hand, and returns how many there were.</summary>
    public async Task<int> ReadAsync(HttpClient client, int records, CancellationToken ct)
    {
        var read = 0;
        for (var page = 1; ; page++)
        {
            var uri = new Uri(string.Create(CultureInfo.InvariantCulture, $"{AddressOf(records)}/employees?per_page={PageSize}&page={page}"));
            await using var answer = await client.GetStreamAsync(uri, ct);
            using var json = await JsonDocument.ParseAsync(answer, cancellationToken: ct);
            var count = json.RootElement.GetProperty("data").GetArrayLength();
            read += count;
            if (count < PageSize)
            {
                return read;
            }
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // Written anew for each request: kept pages would count as the dashboard's memory.
    private static async Task WritePage(int records, int page, HttpResponse response)
    {
        response.ContentType = "application/json";
        await using (var json = new Utf8JsonWriter(response.BodyWriter))
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            for (var number = (page - 1) * PageSize; number < Math.Min(page * PageSize, records); number++)
            {
                WriteEmployee(json, number);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await response.BodyWriter.FlushAsync();
    }

    private static void WriteEmployee(Utf8JsonWriter json, int number)
    {
        json.WriteStartObject();
        json.WriteString("id", $"employee-{number:D8}");
        json.WriteStartObject("name");
        json.WriteString("first", $"First{number % 997}");
        json.WriteString("last", $"Last{number}");
        json.WriteEndObject();
        json.WriteString("email", $"first{number % 997}.last{number}@organization.example");
        json.WriteString("title", $"Specialist of level {number % 9}");
        json.WriteString("manager_id", $"employee-{number / 8:D8}");
        json.WriteString("start_date", new DateOnly(2015, 1, 1).AddDays(number % 4_000).ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("phone", $"+1 555 {number:D8}");
        json.WriteString("employment", number % 5 == 0 ? "part_time" : "full_time");
        json.WriteString("department", Departments[number % Departments.Length]);
        json.WriteString("location", Cities[number % Cities.Length]);
        json.WriteEndObject();
    }
}
