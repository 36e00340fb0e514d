using System.Text.Json;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>Writes what people and channels are told.</summary>
/// <param name="words">The words that pages use too.</param>
/// <param name="pages">Where it leads.</param>
/// <param name="rules">The thresholds of the rules.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeWriter(NoticeWords words, PageAddresses pages, StatusRules rules, TimeProvider time)
{
    /// <summary>Writes a mail to a person.</summary>
    /// <param name="claimed">What they are told.</param>
    /// <param name="reconnectionLink">A link that asks for new credentials; null for none.</param>
    /// <param name="unsubscribe">The address that stops such mails.</param>
    public OutgoingMail WriteMail(ClaimedNotices claimed, Uri? reconnectionLink, Uri unsubscribe)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var reader = claimed.Reader ?? throw new ArgumentException("A mail goes to a person.", nameof(claimed));
        return MailLayout.Write(
            new MailAddress(reader.Email, reader.Name),
            claimed.Workspace,
            new MailContent
            {
                Heading = claimed.Workspace,
                Paragraphs = [.. claimed.Notices.Select(Line)],
                Action = reconnectionLink is null
                    ? new MailAction(claimed.Workspace, new Uri($"{pages.Origin()}{pages.Integration(claimed.Notices[0].Integration.Id)}"))
                    : new MailAction(words.Step(NextStepKind.Reconnect), reconnectionLink),
                SmallPrint = unsubscribe?.ToString(),
            });
    }

    /// <summary>Writes a text to a channel.</summary>
    /// <param name="claimed">What it is told.</param>
    public NewDelivery WriteChannel(ClaimedNotices claimed)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        var text = string.Join('\n', claimed.Notices.Select(Line));
        return new NewDelivery(Secrets.NewMessageId(), "notice", null, JsonSerializer.Serialize(new { text }));
    }

    private string Line(ClaimedNotice one)
    {
        var evaluation = StatusEvaluator.Evaluate(one.Integration.Facts, time.GetUtcNow(), rules);
        return $"{one.Integration.Id}: {one.Notice.Kind} {words.Status(one.Notice.Status)}. {words.Reason(one.Integration.Tool, evaluation.Reason)} {one.Note}";
    }
}
