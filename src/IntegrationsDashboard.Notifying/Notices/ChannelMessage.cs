using System.Text;
using System.Text.Json;
using IntegrationsDashboard.Notifying.Mail;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Notifying.Notices;

/// <summary>
/// Says in a chat what a mail says, in the shape of Slack's incoming webhooks. <c>blocks</c> is what Slack shows; <c>text</c> is what it
/// shows where there is little room, and all that Mattermost and Rocket.Chat show, so it says all in brief. There are links and no
/// buttons, because Slack would report a pressed button to an address that nobody has.
/// </summary>
internal static class ChannelMessage
{
    private const int LongestText = 3000;
    private const int MostBlocks = 50;

    // Each character can become five when it is escaped, and there are links beside it.
    private const int LongestWords = 400;

    public static NewDelivery Write(MailContent content, string workspace)
    {
        var text = JsonText.Of(json =>
        {
            json.WriteString("text", Fitting(Brief(content), content.Action is { } action ? Link(action.Link, action.Label) : ""));
            json.WriteStartArray("blocks");
            foreach (var section in Sections(content).Take(MostBlocks - 1))
            {
                json.WriteStartObject();
                json.WriteString("type", "section");
                WriteText(json, section);
                json.WriteEndObject();
            }

            WriteContext(json, content, workspace);
            json.WriteEndArray();
        });
        return new NewDelivery(Secrets.NewMessageId(), MessageTypes.Notice, null, text);
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("text");
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, MailContent content, string workspace)
    {
        json.WriteStartObject();
        json.WriteString("type", "context");
        json.WriteStartArray("elements");
        foreach (var words in new[] { content.More, workspace, MailResources.Product }.OfType<string>())
        {
            json.WriteStartObject();
            json.WriteString("type", "mrkdwn");
            json.WriteString("text", Escape(words));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<string> Sections(MailContent content)
    {
        yield return Fitting(Head(content), "");
        var rows = content.Sections.SelectMany(section => section.Rows).ToList();

        // One block is the head's, one the action's and one the foot's; what does not fit into one of its own shares the last.
        var own = Math.Min(rows.Count, MostBlocks - 4);
        foreach (var row in rows.Take(own))
        {
            yield return Line(row, "\n");
        }

        if (rows.Count > own)
        {
            yield return string.Join('\n', rows.Skip(own).Select(row => $"{Link(row.Link, row.Name)}: {Escape(row.Status.Label)}"));
        }

        if (content.Action is { } action)
        {
            yield return Link(action.Link, action.Label);
        }
    }

    private static IEnumerable<string> Brief(MailContent content) =>
    [
        .. Head(content),
        .. content.Sections.SelectMany(section => section.Rows).Select(row => $"• {Line(row, " – ")}"),
        .. content.More is { } more ? [Escape(more)] : Array.Empty<string>(),
        .. content.Action is { } action ? [Link(action.Link, action.Label)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Head(MailContent content)
    {
        yield return content.Status is { } status
            ? $"*{Escape(content.Heading)}* – {Escape(status.Label)}{(status.Since is { } since ? $" {Escape(since)}" : "")}"
            : $"*{Escape(content.Heading)}*";
        foreach (var paragraph in content.Paragraphs.Take(4))
        {
            yield return Escape(paragraph);
        }

        if (content.Quote is { } quote)
        {
            // A quotation in a chat ends with its line.
            yield return $"> {Escape(quote)}";
        }
    }

    private static string Line(MailRow row, string between) =>
        $"*{Link(row.Link, row.Name)}*: {Escape(row.Status.Label)}{(row.Detail.Length == 0 ? "" : $"{between}{Escape(row.Detail)}")}";

    // Whole lines only: half a link or half of an escape would show its inside.
    private static string Fitting(IEnumerable<string> lines, string last)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length + last.Length + 5 > LongestText && line != last)
            {
                return text.Append("\n…\n").Append(last).ToString().Trim();
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(line);
        }

        return text.ToString();
    }

    private static string Link(Uri link, string label) =>
        $"<{link.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(label).Replace('|', '¦')}>";

    // A name such as @channel must call nobody: what looks like a mention is parted by a character that nobody sees.
    private static string Escape(string text) => OneLine.Cut(text, LongestWords)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("@", "@\u2060", StringComparison.Ordinal);
}
