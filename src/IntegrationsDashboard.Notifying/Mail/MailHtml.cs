using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using IntegrationsDashboard.Notifying.Resources;
using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>
/// Writes a mail's HTML. Tables and inline styles, because mail programs know little else; nothing is loaded from elsewhere.
/// </summary>
internal static class MailHtml
{
    private const string Sans = "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans','Liberation Sans',Arial,sans-serif";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The mail in the language of the current thread.</summary>
    public static string Write(MailContent content)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"""<h1 class="ink" style="margin:0 0 12px;font:600 20px/28px {Sans};color:#1b1f24">{Encode(content.Heading)}</h1>""");
        if (content.Status is { } status)
        {
            var since = status.Since is null ? "" : $"""&ensp;<span style="display:inline-block">{Encode(status.Since)}</span>""";
            body.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:0 0 16px;font:400 13px/24px {Sans};color:#555e69">{Encode(MailResources.StatusNow)}&ensp;{Badge(status)}{since}</p>""");
        }

        foreach (var paragraph in content.Paragraphs)
        {
            body.Append(CultureInfo.InvariantCulture, $"""<p class="ink" style="margin:0 0 12px;font:400 15px/24px {Sans};color:#1b1f24">{Encode(paragraph)}</p>""");
        }

        if (content.Quote is { } quote)
        {
            var lines = string.Join("<br>", OneLine.Each(quote).Select(Encoder.Encode));
            body.Append(CultureInfo.InvariantCulture, $"""<blockquote class="ink line" style="margin:0 0 12px;padding:0 0 0 12px;border-left:3px solid #e1e5ea;font:400 15px/24px {Sans};color:#1b1f24">{lines}</blockquote>""");
        }

        foreach (var section in content.Sections)
        {
            Append(body, section);
        }

        if (content.More is { } more)
        {
            body.Append(CultureInfo.InvariantCulture, $"""<p class="soft" style="margin:12px 0 0;font:400 13px/20px {Sans};color:#555e69">{Encode(more)}</p>""");
        }

        if (content.Action is { } action)
        {
            body.Append(Button(action));
        }

        if (content.Forward is { } forward)
        {
            body.Append(Forward(forward));
        }

        if (content.SmallPrint is not null || content.SmallLinks.Count > 0)
        {
            body.Append(Foot(content));
        }

        return Page(Encode(content.Heading), body.ToString(), Shown(content));
    }

    private static void Append(StringBuilder body, MailSection section)
    {
        body.Append(CultureInfo.InvariantCulture, $"""<h2 class="soft" style="margin:20px 0 4px;font:600 13px/20px {Sans};color:#555e69">{Encode(section.Heading)}</h2>""");
        body.Append("""<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">""");
        foreach (var row in section.Rows)
        {
            var link = Encoder.Encode(row.Link.AbsoluteUri);
            var detail = row.Detail.Length == 0
                ? ""
                : $"""<div class="soft" style="padding:2px 0 0;font:400 13px/20px {Sans};color:#555e69">{Encode(row.Detail)}</div>""";
            body.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="line" style="padding:8px 0;border-top:1px solid #e1e5ea">
                <div style="font:600 15px/24px {Sans}"><a class="accent" href="{link}" style="color:#2f52c9;text-decoration:none">{Encode(row.Name)}</a>&ensp;{Badge(row.Status)}</div>
                {detail}</td></tr>
                """);
        }

        body.Append("</table>");
    }

    private static string Badge(MailStatus status)
    {
        var (ink, tint) = StatusColours.Light(status.Status);
        var outline = status.Status == IntegrationStatus.Deleted ? ink : tint;
        return $"""<span class="s-{status.Status.Word()}" style="display:inline-block;padding:0 8px;border:1px solid {outline};border-radius:6px;background:{tint};font:600 12px/20px {Sans};color:{ink};white-space:nowrap">{Encode(status.Label)}</span>""";
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

    private static string Forward(MailForward forward)
    {
        var link = Encoder.Encode(forward.Link.AbsoluteUri);
        return $"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:20px 0 0;table-layout:fixed">
            <tr><td class="ground line" style="padding:12px 16px;border:1px solid #e1e5ea;border-radius:6px;background:#f7f8fa">
            <p class="ink" style="margin:0 0 8px;font:400 15px/24px {Sans};color:#1b1f24">{Encode(forward.Words)}</p>
            <p style="margin:0;font:600 13px/20px {Sans}"><a class="accent" href="{link}" style="color:#2f52c9;word-break:break-all">{link}</a></p>
            </td></tr></table>
            """;
    }

    private static string Foot(MailContent content)
    {
        var links = string.Join("&ensp;·&ensp;", content.SmallLinks.Select(link =>
            $"""<a class="soft" href="{Encoder.Encode(link.Link.AbsoluteUri)}" style="color:#555e69">{Encode(link.Label)}</a>"""));
        var between = content.SmallPrint is not null && links.Length > 0 ? "<br>" : "";
        return $"""<p class="soft line" style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid #e1e5ea;font:400 13px/20px {Sans};color:#555e69">{Encode(content.SmallPrint ?? "")}{between}{links}</p>""";
    }

    private static IEnumerable<IntegrationStatus> Shown(MailContent content) => content.Sections
        .SelectMany(section => section.Rows.Select(row => row.Status))
        .Append(content.Status)
        .OfType<MailStatus>()
        .Select(status => status.Status)
        .Distinct();

    private static string DarkBadges(IEnumerable<IntegrationStatus> statuses) => string.Concat(statuses.Select(status =>
    {
        var (ink, tint) = StatusColours.Dark(status);
        var outline = status == IntegrationStatus.Deleted ? ink : tint;
        return $"\n  .s-{status.Word()} {{ color: {ink} !important; background: {tint} !important; border-color: {outline} !important; }}";
    }));

    private static string Page(string title, string body, IEnumerable<IntegrationStatus> statuses) => $$"""
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
          .button { background: #9db4ff !important; color: #0d1220 !important; }{{DarkBadges(statuses)}}
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
