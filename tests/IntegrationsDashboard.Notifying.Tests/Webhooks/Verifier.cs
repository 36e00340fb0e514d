using System.Diagnostics;
using System.Text.Json;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Verifies messages with the library that receivers use; see webhook-verifier/verify.mjs. It ends with its input.</summary>
internal sealed class Verifier : IAsyncDisposable
{
    private readonly Process _process;

    private Verifier(Process process) => _process = process;

    public static Verifier Start()
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder(),
        };
        start.ArgumentList.Add("verify.mjs");
        return new Verifier(Process.Start(start)!);
    }

    /// <summary>What is wrong with a message by the receiver's clock; null where nothing is.</summary>
    public async Task<string?> ProblemAsync(ReceivedMessage message, string secret, DateTimeOffset now)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(
            new { secret, headers = message.Headers, body = message.Body, now = now.ToUnixTimeMilliseconds() }));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The verifier did not start; tests/run installs what it needs.");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.GetProperty("ok").GetBoolean() ? null : answer.RootElement.GetProperty("error").GetString();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Folder()
    {
        const string folder = "tests/IntegrationsDashboard.Notifying.Tests/webhook-verifier";
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, folder)))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException($"{folder} is not above the tests."), folder);
    }
}
