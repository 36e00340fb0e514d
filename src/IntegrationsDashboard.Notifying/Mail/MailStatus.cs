using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>A status as a mail shows it: in words, and where there is colour, on its own.</summary>
/// <param name="Label">What the reader knows it by.</param>
/// <param name="Status">The status, which gives the colour.</param>
/// <param name="Since">Since when it holds, in words; null where that is said elsewhere.</param>
public sealed record MailStatus(string Label, IntegrationStatus Status, string? Since = null);
