using System.Net;
using System.Net.Sockets;
using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

public sealed class SmtpMailerTests
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task A_mail_arrives_in_both_forms_with_every_letter()
    {
        await using var server = await MailServer.StartAsync();
        await server.Mailer().SendAsync(Mails.ToAda);

        var mail = await server.NextAsync();
        Assert.Equal(Mails.ToAda.Subject, mail.Subject);
        Assert.Equal(Mails.ToAda.Text.Trim(), mail.Text.Trim());
        Assert.Equal(Mails.ToAda.Html.Trim(), mail.Html.Trim());
        Assert.StartsWith("Content-Type: multipart/alternative", mail.Line("content-type"), StringComparison.Ordinal);
        // The last form is the one that a mail program prefers.
        Assert.InRange(
            mail.Raw.IndexOf("Content-Type: text/plain; charset=utf-8", StringComparison.Ordinal),
            0,
            mail.Raw.IndexOf("Content-Type: text/html; charset=utf-8", StringComparison.Ordinal));
        Assert.DoesNotContain(mail.Headers, header => header.Line.Any(letter => letter > 127));
    }

    [Fact]
    public async Task It_says_whom_it_is_from_whom_it_is_for_and_when_it_was_written()
    {
        await using var server = await MailServer.StartAsync();
        await server.Mailer().SendAsync(Mails.ToAda);

        var mail = await server.NextAsync();
        Assert.Equal(new ReceivedMail.Party("dashboard@operator.example", "Büro & \"Dashboard\""), mail.From);
        Assert.Equal(new ReceivedMail.Party("ada@acme.example", "Ada Löwe"), mail.To);
        Assert.Equal("dashboard@operator.example", mail.Envelope.From);
        Assert.Equal(["ada@acme.example"], mail.Envelope.To);
        Assert.Equal("Date: Sun, 01 Mar 2026 12:00:00 +0000", mail.Line("date"));
        Assert.Equal("Auto-Submitted: auto-generated", mail.Line("auto-submitted"));
        Assert.EndsWith("@operator.example>", mail.Line("message-id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_programs_can_stop_what_can_be_stopped_with_one_request()
    {
        var address = $"https://dashboard.example/unsubscribe/{new string('x', 300)}?a=1&b=%2F";
        await using var server = await MailServer.StartAsync();
        await server.Mailer().SendAsync(Mails.ToAda with { Unsubscribe = new Uri(address) });
        await server.Mailer().SendAsync(Mails.ToAda);

        var mail = await server.NextAsync();
        Assert.Equal($"List-Unsubscribe: <{address}>", mail.Line("list-unsubscribe").ReplaceLineEndings(""));
        Assert.Equal("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail.Line("list-unsubscribe-post"));
        Assert.DoesNotContain((await server.NextAsync()).Headers, header => header.Key.StartsWith("list-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_signs_in_where_a_user_name_is_given()
    {
        await using var server = await MailServer.StartAsync($"auth=postman:{Password}");
        await server.Mailer(MailSecurity.None, "postman", Password).SendAsync(Mails.ToAda);

        Assert.Equal("postman", (await server.NextAsync()).User);
    }

    [Fact]
    public async Task A_wrong_password_is_named_and_not_shown()
    {
        await using var server = await MailServer.StartAsync($"auth=postman:{Password}");
        var refusal = await RefusalAsync(server, server.Mailer(MailSecurity.None, "postman", "a-wrong-password"));

        Assert.Contains("Mail:Password", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-wrong-password", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear_unless_the_settings_say_so()
    {
        await using var server = await MailServer.StartAsync($"auth=postman:{Password}");
        var refusal = await RefusalAsync(server, server.Mailer(MailSecurity.Auto, "postman", Password));

        Assert.Contains("Mail:Security", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_says_so()
    {
        await using var server = await MailServer.StartAsync($"auth=postman:{Password}");
        var refusal = await RefusalAsync(server, server.Mailer());

        Assert.Contains("Mail:UserName", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_the_server_does_not_know_is_named()
    {
        await using var server = await MailServer.StartAsync();
        var refusal = await RefusalAsync(server, server.Mailer(MailSecurity.None, "postman", Password));

        Assert.Contains("Mail:UserName", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_recipient_is_named_with_the_servers_reason()
    {
        await using var server = await MailServer.StartAsync("refuse=ada@acme.example");
        var refusal = await RefusalAsync(server, server.Mailer());

        Assert.Contains("ada@acme.example", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("No such mailbox", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starttls", MailSecurity.Auto)]
    [InlineData("starttls", MailSecurity.StartTls)]
    [InlineData("tls", MailSecurity.Tls)]
    public async Task A_certificate_that_nobody_trusts_is_refused(string offer, MailSecurity security)
    {
        await using var server = await MailServer.StartAsync(offer);
        var refusal = await RefusalAsync(server, server.Mailer(security));

        Assert.Contains("certificate", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_server_without_the_demanded_encryption_gets_nothing(MailSecurity security)
    {
        await using var server = await MailServer.StartAsync();
        var refusal = await RefusalAsync(server, server.Mailer(security));

        Assert.Contains("Mail:Security", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_at_the_limit()
    {
        await using var server = await MailServer.StartAsync("hang");
        var refusal = await RefusalAsync(server, Mails.Mailer(server.Port, limit: TimeSpan.FromSeconds(0.5)));

        Assert.Contains("within 0.5 seconds", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_of_the_server()
    {
        await using var server = await MailServer.StartAsync("hang");
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Mailer().SendAsync(Mails.ToAda, caller.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var refusal = await Assert.ThrowsAsync<MailNotSentException>(() => Mails.Mailer(port).SendAsync(Mails.ToAda));
        Assert.Contains($"127.0.0.1:{port} could not be reached", refusal.Message, StringComparison.Ordinal);
    }

    // Whatever the reason, the message names the server, and the server has no mail.
    private static async Task<MailNotSentException> RefusalAsync(MailServer server, SmtpMailer mailer)
    {
        var refusal = await Assert.ThrowsAsync<MailNotSentException>(() => mailer.SendAsync(Mails.ToAda));
        Assert.Contains($"127.0.0.1:{server.Port}", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await server.EndAsync());
        return refusal;
    }
}
