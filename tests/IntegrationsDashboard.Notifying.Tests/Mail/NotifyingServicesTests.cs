using System.Collections.Concurrent;
using IntegrationsDashboard.Notifying.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

public sealed class NotifyingServicesTests
{
    [Fact]
    public async Task Without_a_server_the_log_holds_the_whole_mail_with_its_link()
    {
        using var log = new MailLog();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddMail(new MailOptions())
            .BuildServiceProvider();
        await services.GetRequiredService<IMailer>().SendAsync(Mails.ToAda);

        var (level, text) = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Information, level);
        Assert.Contains("Ada Löwe <ada@acme.example>", text, StringComparison.Ordinal);
        Assert.Contains(Mails.ToAda.Subject, text, StringComparison.Ordinal);
        Assert.Contains(Mails.ToAda.Text, text, StringComparison.Ordinal);
        Assert.Contains(Mails.Link, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_server_mails_go_there_and_not_to_the_log()
    {
        await using var server = await MailServer.StartAsync();
        using var log = new MailLog();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddMail(new MailOptions { Host = "127.0.0.1", Port = server.Port, From = new MailAddress("dashboard@operator.example") })
            .BuildServiceProvider();
        await services.GetRequiredService<IMailer>().SendAsync(Mails.ToAda);

        Assert.Equal("ada@acme.example", (await server.NextAsync()).To.Address);
        Assert.Empty(log.Entries);
    }

    private sealed class MailLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
