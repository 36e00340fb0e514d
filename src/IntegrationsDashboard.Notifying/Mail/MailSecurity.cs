namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>How the connection to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>
    /// From the start on port 465; elsewhere as soon as the server offers it. Where it does not, mails go unencrypted, but never a password.
    /// </summary>
    Auto,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>The connection starts in the clear and must be encrypted before anything is sent. Usual on port 587.</summary>
    StartTls,

    /// <summary>From the start. Usual on port 465.</summary>
    Tls,
}
