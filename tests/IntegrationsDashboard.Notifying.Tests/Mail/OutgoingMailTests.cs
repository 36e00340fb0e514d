using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

public sealed class OutgoingMailTests
{
    [Theory]
    [InlineData("Hello\r\nBcc: eve@evil.example")]
    [InlineData("Hello\nBcc: eve@evil.example")]
    [InlineData("Hello\rBcc: eve@evil.example")]
    [InlineData("Hello\u0085Bcc: eve@evil.example")]
    [InlineData("Hello\u2028Bcc: eve@evil.example")]
    [InlineData("Hello\0")]
    public void A_line_break_cannot_begin_another_header(string text)
    {
        Assert.Throws<ArgumentException>(() => new OutgoingMail(Mails.Ada, text, "", ""));
        Assert.Throws<ArgumentException>(() => new MailAddress("ada@acme.example", text));
        Assert.Throws<ArgumentException>(() => new MailAddress($"ada@acme.example{text["Hello".Length..]}"));
    }

    [Theory]
    [InlineData("ada@acme.example", true)]
    [InlineData("ada.löwe@bücher.example", true)]
    [InlineData("o'neill+tag@acme.example", true)]
    [InlineData("", false)]
    [InlineData("ada", false)]
    [InlineData("ada@", false)]
    [InlineData("@acme.example", false)]
    [InlineData("ada@acme.example, eve@evil.example", false)]
    [InlineData("Ada <ada@acme.example>", false)]
    [InlineData("<ada@acme.example>", false)]
    [InlineData(" ada@acme.example", false)]
    [InlineData("ada@acme.example eve@evil.example", false)]
    public void An_address_is_one_address_and_nothing_else(string text, bool isOne) => Assert.Equal(isOne, MailAddress.IsValid(text));
}
