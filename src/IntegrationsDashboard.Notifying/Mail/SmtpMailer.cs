using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Sends mails by the mail server of the settings, each over a connection of its own: there are few, and servers close idle ones.</summary>
public sealed class SmtpMailer : IMailer
{
    private readonly MailOptions _options;
    private readonly TimeProvider _time;
    private readonly MailboxAddress _from;

    /// <summary>A mailer.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock that dates mails.</param>
    /// <exception cref="ArgumentException">The settings name no server, or nobody whom mails come from.</exception>
    public SmtpMailer(MailOptions options, TimeProvider time)
    {
        if (!options.IsConfigured || options.From is null)
        {
            throw new ArgumentException("A mail server and an address to send from have to be configured.", nameof(options));
        }

        (_options, _time, _from) = (options, time, Mailbox(options.From));
    }

    /// <inheritdoc/>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        using var message = Write(mail);
        using var client = new SmtpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            await client.ConnectAsync(_options.Host, _options.Port, Encryption(), limit.Token);
            await SignInAsync(client, limit.Token);
            await client.SendAsync(message, limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            throw MailFailures.Explain(failure, _options, mail.To, client.IsConnected);
        }

        await TakeLeaveAsync(client, limit.Token);
    }

    private static MailboxAddress Mailbox(MailAddress address) => new(address.Name, address.Address);

    // The server has taken the mail: whatever goes wrong from here on, it must not be sent a second time.
    private static async Task TakeLeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or MailKit.ProtocolException)
        {
        }
    }

    private SecureSocketOptions Encryption() => _options.Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private async Task SignInAsync(SmtpClient client, CancellationToken cancellation)
    {
        if (_options.UserName.Length == 0)
        {
            return;
        }

        // Who stands between could have struck the offer of encryption out of the server's greeting.
        if (!client.IsSecure && _options.Security == MailSecurity.Auto)
        {
            throw new MailNotSentException(
                $"{MailFailures.Server(_options)} offers no encryption, and the password is not sent without. Check Mail:Port, or set Mail:Security to \"none\" if the network up to the server is your own.");
        }

        await client.AuthenticateAsync(_options.UserName, _options.Password, cancellation);
    }

    private MimeMessage Write(OutgoingMail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = _time.GetUtcNow(),
            // Made with the sender's domain, because the name of this machine is nobody's business.
            MessageId = MimeUtils.GenerateMessageId(_from.Domain),
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = mail.Text },
                new TextPart("html") { Text = mail.Html },
            },
        };
        message.From.Add(_from);
        message.To.Add(Mailbox(mail.To));
        // Keeps out-of-office notes away, RFC 3834.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Unsubscribe is { } unsubscribe)
        {
            // Lets the mail program stop such mails with one request, RFC 8058.
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
