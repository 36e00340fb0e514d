namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>The settings under <c>Mail</c>. No record, because the text of a record would show the password.</summary>
public sealed class MailOptions
{
    /// <summary>The mail server's name or IP address; empty where there is none, and mails are written to the log.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port. 587 by default.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Auto;

    /// <summary>Who signs in to the server; empty where nobody does.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The password to it.</summary>
    public string Password { get; init; } = "";

    /// <summary>Whom mails come from; null only where there is no server.</summary>
    public MailAddress? From { get; init; }

    /// <summary>How long sending one mail may take, from the connection to the server's yes. 30 seconds by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is a server to send by.</summary>
    public bool IsConfigured => Host.Length > 0;
}
