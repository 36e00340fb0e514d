namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Several integrations under a heading.</summary>
/// <param name="Heading">What they have in common.</param>
/// <param name="Rows">The integrations.</param>
public sealed record MailSection(string Heading, IReadOnlyList<MailRow> Rows);
