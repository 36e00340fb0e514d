namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>One integration in a mail about several.</summary>
/// <param name="Name">What the reader knows it by.</param>
/// <param name="Status">Its status now.</param>
/// <param name="Detail">Why, in a line.</param>
/// <param name="Link">Where it is looked at, or where something is done about it.</param>
public sealed record MailRow(string Name, MailStatus Status, string Detail, Uri Link);
