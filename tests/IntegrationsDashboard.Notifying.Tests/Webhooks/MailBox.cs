using System.Collections.Concurrent;
using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Webhooks;

/// <summary>Keeps the mails that were sent.</summary>
internal sealed class MailBox : IMailer
{
    public ConcurrentQueue<OutgoingMail> Mails { get; } = new();

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        Mails.Enqueue(mail);
        return Task.CompletedTask;
    }
}
