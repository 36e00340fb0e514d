namespace IntegrationsDashboard.Notifying.Tests.Mail;

/// <summary>A mail as the server understood it.</summary>
internal sealed record ReceivedMail(
    string? User,
    ReceivedMail.Route Envelope,
    ReceivedMail.Party From,
    ReceivedMail.Party To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<ReceivedMail.Header> Headers,
    string Raw)
{
    internal sealed record Route(string From, IReadOnlyList<string> To);

    internal sealed record Party(string Address, string Name);

    internal sealed record Header(string Key, string Line);

    public string Line(string key) => Headers.Single(header => header.Key == key).Line;
}
