using System.Net;
using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

public sealed class MailLayoutTests
{
    [Fact]
    public void Both_forms_say_the_same_and_lead_to_the_same_place()
    {
        var words = Mails.Content.Paragraphs.Append(Mails.Content.Heading).Append(Mails.Content.SmallPrint!).Append(Mails.Link);
        Assert.All(words, word =>
        {
            Assert.Contains(word, Mails.ToAda.Text, StringComparison.Ordinal);
            Assert.Contains(word, WebUtility.HtmlDecode(Mails.ToAda.Html), StringComparison.Ordinal);
        });
        Assert.Contains($"href=\"{Mails.Link.Replace("&", "&amp;", StringComparison.Ordinal)}\"", Mails.ToAda.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_HTML_is_shown_as_text()
    {
        const string evil = "<img src=x onerror=alert(1)>\"'&";
        var mail = MailLayout.Write(Mails.Ada, "Subject", new MailContent
        {
            Heading = evil,
            Paragraphs = [evil],
            Action = new MailAction(evil, new Uri("https://dashboard.example/\"><img>")),
            SmallPrint = evil,
        });

        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.Contains(evil, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_reach_neither_form()
    {
        var mail = MailLayout.Write(Mails.Ada, "Subject", new MailContent { Heading = "Red\u001b[31m", Paragraphs = ["one\r\ntwo"] });

        Assert.Contains("one  two", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', mail.Text + mail.Html);
    }

    [Fact]
    public void A_mail_loads_nothing_from_elsewhere()
    {
        var without = MailLayout.Write(Mails.Ada, "Subject", Mails.Content with { Action = null });

        Assert.DoesNotContain("//", without.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", without.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", without.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/password")]
    public void A_button_leads_to_the_web_only(string address) =>
        Assert.Throws<ArgumentException>(() => new MailAction("Open", new Uri(address, UriKind.RelativeOrAbsolute)));
}
