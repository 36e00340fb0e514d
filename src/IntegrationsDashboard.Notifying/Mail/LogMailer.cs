using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// Writes mails to the log where no mail server is configured, whole and with their links, so that whoever runs the dashboard can pass
/// them on.
/// </summary>
/// <param name="log">Where to.</param>
public sealed class LogMailer(ILogger<LogMailer> log) : IMailer
{
    /// <inheritdoc/>
    public Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        log.LogInformation(
            "No mail server is configured (Mail:Host), so this mail was not sent. Pass it on yourself.\nTo: {Recipient}\nSubject: {Subject}\n\n{Text}",
            mail.To,
            mail.Subject,
            mail.Text);
        return Task.CompletedTask;
    }
}
