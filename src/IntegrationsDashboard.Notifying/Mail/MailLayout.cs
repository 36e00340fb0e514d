using System.Text;
using IntegrationsDashboard.Notifying.Resources;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Gives mails the dashboard's look.</summary>
public static class MailLayout
{
    /// <summary>Writes a mail in the language of the current thread.</summary>
    /// <param name="to">The recipient.</param>
    /// <param name="subject">One line.</param>
    /// <param name="content">What it says.</param>
    /// <exception cref="ArgumentException">There is a line break or another control character in the subject.</exception>
    public static OutgoingMail Write(MailAddress to, string subject, MailContent content) =>
        new(to, subject, Text(content), MailHtml.Write(content));

    private static string Text(MailContent content)
    {
        var blocks = new List<string> { OneLine.Of(content.Heading) };
        if (content.Status is { } status)
        {
            blocks.Add(OneLine.Of(status.Since is { } since
                ? $"{MailResources.StatusNow} {status.Label} ({since})"
                : $"{MailResources.StatusNow} {status.Label}"));
        }

        blocks.AddRange(content.Paragraphs.Select(OneLine.Of));
        if (content.Quote is { } quote)
        {
            blocks.Add(string.Join('\n', OneLine.Each(quote).Select(line => $"> {line}")));
        }

        foreach (var section in content.Sections)
        {
            blocks.Add($"{OneLine.Of(section.Heading)}\n\n{string.Join("\n\n", section.Rows.Select(Text))}");
        }

        if (content.More is { } more)
        {
            blocks.Add(OneLine.Of(more));
        }

        if (content.Action is { } action)
        {
            blocks.Add(Text(action));
        }

        if (content.Forward is { } forward)
        {
            blocks.Add($"{OneLine.Of(forward.Words)}\n{forward.Link.AbsoluteUri}");
        }

        if (content.SmallPrint is { } smallPrint)
        {
            blocks.Add(OneLine.Of(smallPrint));
        }

        blocks.AddRange(content.SmallLinks.Select(Text));

        // Two hyphens and a space begin a signature.
        return string.Join("\n\n", [.. blocks, $"-- \n{MailResources.Product}"]) + "\n";
    }

    private static string Text(MailAction action) => $"{OneLine.Of(action.Label)}:\n{action.Link.AbsoluteUri}";

    private static string Text(MailRow row)
    {
        var text = new StringBuilder($"* {OneLine.Of(row.Name)}: {OneLine.Of(row.Status.Label)}\n");
        if (row.Detail.Length > 0)
        {
            text.Append("  ").Append(OneLine.Of(row.Detail)).Append('\n');
        }

        return text.Append("  ").Append(row.Link.AbsoluteUri).ToString();
    }
}
