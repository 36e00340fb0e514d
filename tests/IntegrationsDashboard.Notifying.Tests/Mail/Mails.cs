using IntegrationsDashboard.Notifying.Mail;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationsDashboard.Notifying.Tests.Mail;

/// <summary>Mails and mailers for tests.</summary>
internal static class Mails
{
    public const string Link = "https://dashboard.example/password?token=a1b2&x=%2F";

    public static MailAddress Ada { get; } = new("ada@acme.example", "Ada Löwe");

    public static MailContent Content { get; } = new()
    {
        Heading = "Choose a new password",
        Paragraphs = ["Für Ihr Konto wurde ein neues Passwort verlangt. 🔑", "The link works for one hour."],
        Action = new MailAction("Choose a password", new Uri(Link)),
        SmallPrint = "If it was not you, do nothing.",
    };

    public static OutgoingMail ToAda { get; } = MailLayout.Write(Ada, "Neues Passwort für Ädä 🔑", Content);

    public static SmtpMailer Mailer(
        int port, MailSecurity security = MailSecurity.Auto, string userName = "", string password = "", TimeSpan? limit = null) => new(
        new MailOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Security = security,
            UserName = userName,
            Password = password,
            From = new MailAddress("dashboard@operator.example", "Büro & \"Dashboard\""),
            TimeLimit = limit ?? TimeSpan.FromSeconds(30),
        },
        new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));
}
