using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Store.Recording;
using Microsoft.Extensions.Logging;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Mails a person what they are told.</summary>
/// <param name="writer">Writes the mails.</param>
/// <param name="mailer">Sends them.</param>
/// <param name="links">Makes the links that ask for new credentials.</param>
/// <param name="tokens">Makes the links that stop mails.</param>
/// <param name="pages">Where those lead.</param>
/// <param name="logger">Hears of mails that could not be sent.</param>
public sealed class NoticeMailer(
    NoticeWriter writer, IMailer mailer, ReconnectionLinks links, UnsubscribeTokens tokens, PageAddresses pages, ILogger<NoticeMailer> logger)
{
    /// <summary>Sends the mail; whether the mail server has taken it.</summary>
    /// <param name="claimed">What is told.</param>
    /// <param name="ct">Gives it up.</param>
    public async Task<bool> SendAsync(ClaimedNotices claimed, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var reader = claimed.Reader ?? throw new ArgumentException("Only people are mailed.", nameof(claimed));
        try
        {
            var token = tokens.Create(reader.PersonId, claimed.IsForOperator ? null : claimed.WorkspaceId);
            var unsubscribe = pages.At(pages.Unsubscribe(token));
            await mailer.SendAsync(writer.WriteMail(claimed, await links.ForAsync(claimed, ct), unsubscribe), ct);
            links.Forget(claimed);
            return true;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            logger.LogError(exception, "{Person} could not be told what changed in workspace {Workspace}.", reader.PersonId, claimed.WorkspaceId);
            return false;
        }
    }
}
