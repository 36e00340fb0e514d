namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Sends mails, one at a time; safe to be called from many threads at once.</summary>
public interface IMailer
{
    /// <summary>Sends a mail; done when the mail server has taken it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <exception cref="MailNotSentException">It could not be sent; the message says why and what to check.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default);
}
