using System.Diagnostics;
using System.Globalization;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Syncing.Connectors;
using IntegrationsDashboard.Syncing.Connectors.Scim;
using IntegrationsDashboard.Syncing.Tests.Connectors;

namespace IntegrationsDashboard.Syncing.Tests.Scim;

/// <summary>A real SCIM server in a process of its own; see scim-server/server.mjs. It ends with its input.</summary>
public sealed class ScimServer : IAsyncDisposable
{
    public const string Token = "token-of-the-scim-server";

    private readonly Process _process;

    private ScimServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public static ToolDefinition Tool { get; } = new() { Id = "scim", Label = "SCIM 2.0", Category = Category.Hris, Connector = "scim" };

    public Uri Address { get; }

    public static async Task<ScimServer> StartAsync(int users, int groups, bool filters = true)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Folder() };
        foreach (var argument in new[] { "server.mjs", Token, Text(users), Text(groups), filters ? "" : "no-filter" })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The SCIM server did not start; tests/run installs what it needs.");
        return new ScimServer(process, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    internal Reading Reading(string token = Token) => new(
        new ScimConnector(), Tool, Address, new Dictionary<string, string> { [SignInMethod.Key] = "bearer", ["token"] = token });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Folder()
    {
        const string folder = "tests/IntegrationsDashboard.Syncing.Tests/scim-server";
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, folder)))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException($"{folder} is not above the tests."), folder);
    }
}
