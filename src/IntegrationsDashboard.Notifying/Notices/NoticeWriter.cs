using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>
/// Writes what people read: in their language, with the status as it is now beside what happened, so that nobody is sent after something
/// that is well again.
/// </summary>
/// <param name="words">The words of the pages.</param>
/// <param name="pages">Where messages lead.</param>
/// <param name="rules">The thresholds of the rules.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeWriter(NoticeWords words, PageAddresses pages, StatusRules rules, TimeProvider time)
{
    private readonly OneNotice _one = new(words, pages, time);
    private readonly ManyNotices _many = new(words, pages);

    /// <summary>Writes one mail that tells a person all of it.</summary>
    /// <param name="claimed">What they are told; at least one notice.</param>
    /// <param name="reconnectionLink">A link by which the end user of the only integration can renew the credentials; null for none.</param>
    /// <param name="unsubscribe">Where the person stops such mails.</param>
    /// <exception cref="ArgumentException">It is for no person, there is nothing in it, or an address in it is none.</exception>
    public OutgoingMail WriteMail(ClaimedNotices claimed, Uri? reconnectionLink, Uri unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(unsubscribe);
        var reader = claimed.Reader ?? throw new ArgumentException("Only a person gets mails.", nameof(claimed));
        using var language = new NoticeLanguage(reader.Language);
        var (subject, content) = Write(claimed, reconnectionLink);
        content = content with
        {
            SmallPrint = claimed.IsForOperator ? NoticeResources.WhyOperator : NoticeResources.WhyMember(claimed.Workspace),
            SmallLinks =
            [
                new MailAction(NoticeResources.Preferences, pages.At(pages.Notifications)),
                new MailAction(NoticeResources.Unsubscribe, unsubscribe),
            ],
        };
        return MailLayout.Write(new MailAddress(reader.Email, OneLine.Of(reader.Name)), subject, content) with { Unsubscribe = unsubscribe };
    }

    /// <summary>Writes one message that tells a channel all of it, in English, as incoming webhooks of Slack take it.</summary>
    /// <param name="claimed">What it is told; at least one notice.</param>
    /// <exception cref="ArgumentException">There is nothing in it.</exception>
    public NewDelivery WriteChannel(ClaimedNotices claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        using var language = new NoticeLanguage(Languages.Default);
        return ChannelMessage.Write(Write(claimed, null).Content, claimed.Workspace);
    }

    private (string Subject, MailContent Content) Write(ClaimedNotices claimed, Uri? reconnectionLink)
    {
        if (claimed.Notices.Count == 0)
        {
            throw new ArgumentException("There is nothing to tell.", nameof(claimed));
        }

        var subjects = NoticeSubject.In(claimed, time.GetUtcNow(), rules);
        return subjects.Count == 1
            ? _one.Write(subjects[0], claimed.Workspace, reconnectionLink)
            : _many.Write(subjects, claimed.Workspace, claimed.IsForOperator);
    }
}
