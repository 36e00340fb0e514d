using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Notices;

/// <summary>Sends by one mail server, until it is told of another.</summary>
internal sealed class SwitchingMailer(IMailer first) : IMailer
{
    public IMailer Current { get; set; } = first;

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default) => Current.SendAsync(mail, cancellation);
}
