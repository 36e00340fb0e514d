using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

/// <summary>A real mail server in a process of its own; see mail-server/server.mjs. It ends with its input.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly Process _process;

    private MailServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <param name="abilities">What server.mjs is to do: auth=user:password, refuse=recipient, starttls, tls, hang.</param>
    public static async Task<MailServer> StartAsync(params string[] abilities)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder(),
        };
        foreach (var argument in abilities.Prepend("server.mjs"))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var port = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The mail server did not start; tests/run installs what it needs.");
        return new MailServer(process, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail that it took.</summary>
    public async Task<ReceivedMail> NextAsync() =>
        JsonSerializer.Deserialize<ReceivedMail>((await _process.StandardOutput.ReadLineAsync())!, Web)!;

    /// <summary>Ends it and gives the mails that nobody asked for.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> EndAsync()
    {
        _process.StandardInput.Close();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        return [.. rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ReceivedMail>(line, Web)!)];
    }

    /// <summary>A mailer that sends by it.</summary>
    public SmtpMailer Mailer(MailSecurity security = MailSecurity.Auto, string userName = "", string password = "") =>
        Mails.Mailer(Port, security, userName, password);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Folder()
    {
        const string folder = "tests/IntegrationsDashboard.Notifying.Tests/mail-server";
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !Directory.Exists(Path.Combine(directory.FullName, folder)))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory?.FullName ?? throw new InvalidOperationException($"{folder} is not above the tests."), folder);
    }
}
