namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>What a mail says, as plain texts in the reader's language. Whatever they hold, the reader sees it as text.</summary>
public sealed record MailContent
{
    /// <summary>The heading: what happened, or what it is about.</summary>
    public required string Heading { get; init; }

    /// <summary>The paragraphs beneath it.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>What to do; null where there is nothing to do.</summary>
    public MailAction? Action { get; init; }

    /// <summary>What stands small beneath all: how long the link works, what to do who did not expect the mail. Null for nothing.</summary>
    public string? SmallPrint { get; init; }
}
