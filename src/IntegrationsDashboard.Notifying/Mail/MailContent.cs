namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// What a mail says, as plain texts in the reader's language, in the order in which they stand. Whatever they hold, the reader sees it as text.
/// </summary>
public sealed record MailContent
{
    /// <summary>The heading: what happened, or what it is about.</summary>
    public required string Heading { get; init; }

    /// <summary>The status now of what it is about; null where it is about no integration or several.</summary>
    public MailStatus? Status { get; init; }

    /// <summary>The paragraphs beneath it.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>What somebody wrote to the reader, with its line breaks; null for nothing.</summary>
    public string? Quote { get; init; }

    /// <summary>The integrations, where it is about several.</summary>
    public IReadOnlyList<MailSection> Sections { get; init; } = [];

    /// <summary>What stands beneath those that are listed: how many are not. Null where all are.</summary>
    public string? More { get; init; }

    /// <summary>What to do; null where there is nothing to do.</summary>
    public MailAction? Action { get; init; }

    /// <summary>What to pass on to somebody else; null for nothing.</summary>
    public MailForward? Forward { get; init; }

    /// <summary>What stands small beneath all: how long the link works, what to do who did not expect the mail. Null for nothing.</summary>
    public string? SmallPrint { get; init; }

    /// <summary>Links beside the small print.</summary>
    public IReadOnlyList<MailAction> SmallLinks { get; init; } = [];
}
