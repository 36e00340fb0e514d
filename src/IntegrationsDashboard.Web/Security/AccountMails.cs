using IntegrationsDashboard.Notifying;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>The mails that people get about their account.</summary>
public sealed partial class AccountMails(
    IMailer mailer, IStringLocalizer<AccountResources> text, PageAddresses pages, ILogger<AccountMails> logger)
{
    /// <summary>
    /// Sends the link to set a new password. Does not wait for the mail server: how long that takes would tell whether somebody has
    /// an account.
    /// </summary>
    public void SendReset(Person person, string token)
    {
        ArgumentNullException.ThrowIfNull(person);
        var mail = MailLayout.Write(
            new MailAddress(person.Email!),
            text["ResetMailSubject"],
            new MailContent
            {
                Heading = text["ResetMailHeading"],
                Paragraphs = [text["ResetMailText", person.Email!]],
                Action = new MailAction(text["ResetMailAction"], pages.At(Links.NewPassword(person.Id, token))),
                SmallPrint = text["ResetMailSmallPrint"],
            });
        _ = Task.Run(() => SendAsync(mail));
    }

    private async Task SendAsync(OutgoingMail mail)
    {
        try
        {
            await mailer.SendAsync(mail);
        }
        catch (MailNotSentException refused)
        {
            LogNotSent(logger, refused.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail with the link to set a new password was not sent. {Reason}")]
    private static partial void LogNotSent(ILogger logger, string reason);
}
