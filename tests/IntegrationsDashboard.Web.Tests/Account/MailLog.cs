using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Reads in the log the mail that is written there where no mail server is configured.</summary>
[ProviderAlias("Mail")]
public sealed class MailLog : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource<string> _mail = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first mail.</summary>
    public Task<string> Mail => _mail.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (formatter(state, exception) is var line && line.Contains("Subject: ", StringComparison.Ordinal))
        {
            _mail.TrySetResult(line);
        }
    }

    public void Dispose()
    {
    }
}
