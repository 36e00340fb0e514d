using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IntegrationsDashboard.Notifying.Resources;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// Gives mails the dashboard's look. Tables and inline styles, because mail programs know little else; nothing is loaded from elsewhere.
/// </summary>
public static class MailLayout
{
    private const string Sans = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','Liberation Sans',Arial,sans-serif";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a mail in the language of the current thread.</summary>
    /// <param name="to">The recipient.</param>
    /// <param name="subject">One line.</param>
    /// <param name="content">What it says.</param>
    /// <exception cref="ArgumentException">There is a line break or another control character in the subject.</exception>
    public static OutgoingMail Write(MailAddress to, string subject, MailContent content) => new(to, subject, Text(content), Html(content));

    private static string Text(MailContent content)
    {
        var blocks = new List<string> { OneLine.Of(content.Heading) };
        blocks.AddRange(content.Paragraphs.Select(OneLine.Of));
        if (content.Action is { } action)
        {
            blocks.Add($"{OneLine.Of(action.Label)}:\n{action.Link.AbsoluteUri}");
        }

        if (content.SmallPrint is { } smallPrint)
        {
            blocks.Add(OneLine.Of(smallPrint));
        }

        // Two hyphens and a space begin a signature.
        return string.Join("\n\n", [.. blocks, $"-- \n{MailResources.Product}"]) + "\n";
    }

    private static string Html(MailContent content)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""<h1 class="ink" style="margin:0 0 12px;font:600 20px/28px {Sans};color:#1b1f24">{Encode(content.Heading)}</h1>""");
        foreach (var paragraph in content.Paragraphs)
        {
            body.Append(CultureInfo.InvariantCulture, $"""<p class="ink" style="margin:0 0 12px;font:400 15px/24px {Sans};color:#1b1f24">{Encode(paragraph)}</p>""");
        }

        if (content.Action is { } action)
        {
            body.Append(Button(action));
        }

        if (content.SmallPrint is { } smallPrint)
        {
            body.Append(CultureInfo.InvariantCulture, $"""<p class="soft line" style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid #e1e5ea;font:400 13px/20px {Sans};color:#555e69">{Encode(smallPrint)}</p>""");
        }

        return Page(Encode(content.Heading), body.ToString());
    }

    // The colour lies on the cell too, for programs that do not give a link a background.
    private static string Button(MailAction action)
    {
        var link = Encoder.Encode(action.Link.AbsoluteUri);
        return $"""
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0">
            <tr><td class="button" bgcolor="#2f52c9" style="border-radius:6px;background:#2f52c9">
            <a class="button" href="{link}" style="display:inline-block;padding:10px 20px;border-radius:6px;background:#2f52c9;font:600 15px/20px {Sans};color:#ffffff;text-decoration:none">{Encode(action.Label)}</a>
            </td></tr></table>
            <p class="soft" style="margin:0;font:400 13px/20px {Sans};color:#555e69">{Encode(MailResources.LinkInWords)}<br>
            <a class="accent" href="{link}" style="color:#2f52c9;word-break:break-all">{link}</a></p>
            """;
    }

    private static string Page(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="{{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{title}}</title>
        <style>
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .ground { background: #101316 !important; }
          .surface { background: #171b1f !important; border-color: #2b3138 !important; }
          .ink { color: #e6e9ec !important; }
          .soft { color: #a3adb8 !important; }
          .line { border-color: #2b3138 !important; }
          .accent { color: #9db4ff !important; }
          .button { background: #9db4ff !important; color: #0d1220 !important; }
        }
        </style>
        </head>
        <body class="ground" style="margin:0;padding:0;background:#f7f8fa">
        <table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f7f8fa">
        <tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;table-layout:fixed">
        <tr><td class="soft" align="left" style="padding:0 4px 12px;font:600 13px/20px {{Sans}};color:#555e69">{{Encode(MailResources.Product)}}</td></tr>
        <tr><td class="surface" align="left" style="padding:24px;border:1px solid #e1e5ea;border-radius:6px;background:#ffffff;overflow-wrap:anywhere">
        {{body}}
        </td></tr></table>
        </td></tr></table>
        </body>
        </html>

        """;

    private static string Encode(string text) => Encoder.Encode(OneLine.Of(text));
}
