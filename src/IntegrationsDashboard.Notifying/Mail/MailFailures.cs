using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Says in the words of the settings why a mail was not sent.</summary>
internal static class MailFailures
{
    /// <summary>The exception to throw for a failure.</summary>
    /// <param name="failure">What the connection or the server said.</param>
    /// <param name="options">The settings.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="connected">Whether the connection still stands.</param>
    public static MailNotSentException Explain(Exception failure, MailOptions options, MailAddress to, bool connected)
    {
        var server = Server(options);
        return failure switch
        {
            MailNotSentException told => told,
            OperationCanceledException or TimeoutException => new(
                $"{server} did not finish within {Seconds(options.TimeLimit)} seconds. Check Mail:Host, Mail:Port and Mail:Security; Mail:TimeLimit says how long a mail may take.",
                failure),
            SslHandshakeException { ServerCertificate: not null } => new(
                $"{server} showed a certificate that this machine does not trust. Check that Mail:Host is the name in the certificate, that it has not expired, and that this machine trusts who issued it.",
                failure),
            SslHandshakeException => new(
                $"{server} could not agree on an encrypted connection. Check Mail:Security: \"tls\" is usual on port 465, \"starttls\" on port 587.",
                failure),
            // Not handed on: what the server says here could repeat what it was told.
            AuthenticationException => new($"{server} refused the user name or the password. Check Mail:UserName and Mail:Password."),
            ServiceNotAuthenticatedException => new($"{server} takes mails only after a sign-in. Set Mail:UserName and Mail:Password.", failure),
            SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal => new(
                $"{server} refused the recipient {to.Address}: {OneLine.Of(refusal.Message)}. Check the address, and that the server may send to it.",
                failure),
            SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal => new(
                $"{server} refused the sender {options.From?.Address}: {OneLine.Of(refusal.Message)}. Check Mail:From:Address, and whether the server wants a sign-in.",
                failure),
            SmtpCommandException refusal => new($"{server} refused the mail to {to.Address}: {OneLine.Of(refusal.Message)}.", failure),
            NotSupportedException when options.Security == MailSecurity.StartTls && !connected => new(
                $"{server} offers no encryption. Check Mail:Port and Mail:Security.",
                failure),
            NotSupportedException => new(
                $"{server} cannot take this mail: {OneLine.Of(failure.Message)} Check Mail:UserName (empty where the server wants no sign-in) and Mail:Security.",
                failure),
            SocketException => new(
                $"{server} could not be reached: {OneLine.Of(failure.Message)}. Check Mail:Host and Mail:Port, and that this machine may connect to it.",
                failure),
            _ => new($"{server} broke off the connection: {OneLine.Of(failure.Message)} Check Mail:Port and Mail:Security.", failure),
        };
    }

    /// <summary>The mail server, as a message names it.</summary>
    public static string Server(MailOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"The mail server {options.Host}:{options.Port}");

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
