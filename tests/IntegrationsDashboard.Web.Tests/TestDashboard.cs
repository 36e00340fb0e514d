using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Web.Tests;

/// <summary>
/// The whole program on a store of its own, in Production, with one workspace and a clock that stands still at
/// <see cref="Start"/> until it is moved. Nothing is synced or settled by itself: the jobs do it when they are called,
/// for they fire by the machine's clock and not by this one.
/// </summary>
public sealed class TestDashboard : WebApplicationFactory<Program>
{
    public const string ProductionKey = "key-to-production";
    public const string DevelopmentKey = "key-to-development";

    /// <summary>The operator's address.</summary>
    public const string OperatorEmail = "ada@example.com";

    /// <summary>The operator's password, and that of everybody whom a test makes.</summary>
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-test-");
    private readonly Dictionary<string, string> _settings;

    /// <summary>A dashboard with settings of its own, such as <c>("PublicUrl", "https://example.com")</c>.</summary>
    public TestDashboard(params (string Key, string Value)[] settings)
    {
        _settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:Dashboard"] = $"Data Source={Path.Combine(_folder.FullName, "dashboard.db")}",
            ["Bootstrap:WorkspaceName"] = "Test",
            ["Bootstrap:ApiKey"] = ProductionKey,
            ["Bootstrap:DevelopmentApiKey"] = DevelopmentKey,
            ["Bootstrap:OperatorEmail"] = OperatorEmail,
            ["Bootstrap:OperatorPassword"] = Password,
            ["Syncing:RunsByItself"] = "false",
            ["Notifying:RunsByItself"] = "false",
            ["Api:RateLimit:TokensPerSecond"] = "1000000",
            ["Api:RateLimit:Burst"] = "1000000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }
    }

    /// <summary>A Tuesday morning.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The program's clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>A folder that goes with the dashboard.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A part of the running program.</summary>
    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A program that calls the API with a key; null for none.</summary>
    public ApiClient Api(string? key = ProductionKey) => new(CreateClient(), key);

    /// <summary>Takes the workspaces, or other rows, out of the store, as if its file were broken.</summary>
    public async Task BreakStoreAsync(string table = "Workspaces")
    {
        await using var connection = new SqliteConnection(_settings["ConnectionStrings:Dashboard"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests name the table.
        command.CommandText = $"ALTER TABLE {table} RENAME TO Gone{table}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A browser of its own, which follows no redirections, so that tests see them.</summary>
    public HttpClient Browser() => CreateDefaultClient(new CookieJar());

    /// <summary>A browser in which somebody has signed in through the form: the operator, unless another is named.</summary>
    public async Task<HttpClient> SignInAsync(string email = OperatorEmail, string password = Password)
    {
        var browser = Browser();
        using var answer = await browser.SubmitAsync("/account/sign-in", "sign-in", ("Email", email), ("Password", password));
        return answer.Headers.Location is { } there && there.ToString().EndsWith("/integrations", StringComparison.Ordinal)
            ? browser
            : throw new InvalidOperationException(
                $"{email} could not sign in: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>All that the store holds, but for the keys, which tell when they were used.</summary>
    public async Task<string> DumpAsync()
    {
        await using var connection = new SqliteConnection(_settings["ConnectionStrings:Dashboard"]);
        await connection.OpenAsync();
        var dump = new StringBuilder();
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'ApiKeys' ORDER BY name"))
        {
            dump.Append(table).AppendLine(":");
            dump.AppendJoin('\n', await RowsAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2")).AppendLine();
        }

        return dump.ToString();
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the store itself.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column).ToString())));
        }

        return rows;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            using (var connection = new SqliteConnection(_settings["ConnectionStrings:Dashboard"]))
            {
                SqliteConnection.ClearPool(connection);
            }

            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    // Texts hold the names of weekdays: they must be the same on every machine.
    [ModuleInitializer]
    internal static void SpeakEnglish() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en");
}
