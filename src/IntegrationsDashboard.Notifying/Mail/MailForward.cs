namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>A link that the reader passes on to somebody else; it stands for itself, so that it can be copied.</summary>
/// <param name="Words">Whom it is for, and how long it works.</param>
/// <param name="Link">The link.</param>
public sealed record MailForward(string Words, Uri Link);
