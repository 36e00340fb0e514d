namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// A mail could not be sent. The message is for those who run the dashboard: it names the server, what happened and what to check,
/// and holds neither the password nor anything of the mail but its recipient.
/// </summary>
public sealed class MailNotSentException : Exception
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What happened and what to check.</param>
    /// <param name="cause">What the connection or the server said; null where it might repeat a secret.</param>
    public MailNotSentException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
