namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>A mail to one person, in plain text and in HTML. <see cref="MailLayout"/> writes both from the same content.</summary>
public sealed record OutgoingMail
{
    /// <summary>A mail.</summary>
    /// <param name="to">The recipient.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">The mail in plain text.</param>
    /// <param name="html">The same in HTML.</param>
    /// <exception cref="ArgumentException">There is a line break or another control character in the subject.</exception>
    public OutgoingMail(MailAddress to, string subject, string text, string html)
    {
        OneLine.Require(subject, nameof(subject));
        (To, Subject, Text, Html) = (to, subject, text, html);
    }

    /// <summary>The recipient.</summary>
    public MailAddress To { get; }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>The mail in plain text.</summary>
    public string Text { get; }

    /// <summary>The same in HTML.</summary>
    public string Html { get; }

    /// <summary>Where mail programs stop such mails for their reader, with one request; null where they cannot be stopped.</summary>
    public Uri? Unsubscribe { get; init; }
}
