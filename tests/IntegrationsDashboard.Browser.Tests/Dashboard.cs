using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Browser.Tests;

/// <summary>The whole program, as its user starts it: a process of its own, on a store of its own.</summary>
public sealed partial class Dashboard : IAsyncDisposable
{
    public const string ProductionKey = "browser-production";
    public const string DevelopmentKey = "browser-development";
    public const string OperatorEmail = "ada@example.com";
    public const string Password = "a password for journeys";

    private readonly ProcessStartInfo _start;
    private readonly Task<string> _wayIn;
    private Process _process;
    private readonly string _folder;
    private readonly HttpClient _http = new();

    private Dashboard(ProcessStartInfo start, Process process, string folder, Uri address, Task<string> wayIn)
    {
        _start = start;
        _wayIn = wayIn;
        _process = process;
        _folder = folder;
        Address = address;
        _http.BaseAddress = address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ProductionKey);
    }

    public Uri Address { get; }

    /// <summary>Where its store is.</summary>
    public string ConnectionString => $"Data Source={Path.Combine(_folder, "dashboard.db")}";

    /// <summary>The cookies of the operator, as the browser keeps them.</summary>
    public string? OperatorState { get; set; }

    /// <summary>In Production with an empty workspace, or in Development with its demonstration; with further settings.</summary>
    public static async Task<Dashboard> StartAsync(bool demonstration, params (string Name, string Value)[] settings)
    {
        var root = Root();
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var folder = Directory.CreateTempSubdirectory("dashboard-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(root, $"src/IntegrationsDashboard.Web/bin/{configuration}/net10.0/IntegrationsDashboard.Web.dll") },
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = demonstration ? "Development" : "Production",
                ["Urls"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Dashboard"] = $"Data Source={Path.Combine(folder, "dashboard.db")}",
                ["Bootstrap__WorkspaceName"] = "Northwind",
                ["Bootstrap__ApiKey"] = ProductionKey,
                ["Bootstrap__DevelopmentApiKey"] = DevelopmentKey,
                ["Bootstrap__OperatorEmail"] = OperatorEmail,
                ["Bootstrap__OperatorPassword"] = Password,
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var (process, address, wayIn) = await LaunchAsync(start);
        return new Dashboard(start, process, folder, address, wayIn);
    }

    private static async Task<(Process Process, Uri Address, Task<string> WayIn)> LaunchAsync(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>();
        var wayIn = new TaskCompletionSource<string>();
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = process.WaitForExitAsync().ContinueWith(
            _ => address.TrySetException(new InvalidOperationException($"The program ended:\n{output}")), TaskScheduler.Default);
        return (process, await address.Task.WaitAsync(TimeSpan.FromMinutes(2)), wayIn.Task);

        void Read(string? line)
        {
            output.AppendLine(line);
            if (line is not null && Listening().Match(line) is { Success: true } match)
            {
                address.TrySetResult(new Uri(match.Groups[1].Value));
            }

            if (line is not null && WayIn().Match(line) is { Success: true } link)
            {
                wayIn.TrySetResult(link.Value);
            }
        }
    }

    /// <summary>The link on the console that lets somebody in.</summary>
    public Task<string> WayInAsync() => _wayIn.WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Ends the program as a crash does.</summary>
    public async Task StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Starts it again, on the same store and at the same address.</summary>
    public async Task StartAgainAsync()
    {
        _start.Environment["Urls"] = Address.ToString();
        (_process, _, _) = await LaunchAsync(_start);
    }

    /// <summary>Calls the API with the production key and returns its answer; fails on anything but success.</summary>
    public async Task<string> CallAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IntegrationsDashboard.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"http://\S+/account/(first|demonstration)/\S+")]
    private static partial Regex WayIn();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
