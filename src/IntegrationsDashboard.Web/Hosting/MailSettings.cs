using System.Globalization;
using IntegrationsDashboard.Notifying.Mail;

namespace IntegrationsDashboard.Web.Hosting;

/// <summary>Reads the settings under <c>Mail</c>. What cannot be right is named at the start and not when somebody waits for a mail.</summary>
internal static class MailSettings
{
    /// <summary>The settings; without a server the rest is not looked at.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be right; the message names it, and never a password.</exception>
    public static MailOptions Read(IConfigurationSection mail)
    {
        if (string.IsNullOrWhiteSpace(mail["Host"]))
        {
            return new MailOptions();
        }

        var usual = new MailOptions();
        var userName = mail["UserName"] ?? "";
        var password = mail["Password"] ?? "";
        Require(
            userName.Length > 0 == password.Length > 0,
            userName.Length > 0 ? "Mail:Password" : "Mail:UserName",
            "is missing; give both Mail:UserName and Mail:Password, or neither where the server wants no sign-in");
        return new MailOptions
        {
            Host = mail["Host"]!.Trim(),
            Port = Port(mail["Port"], usual.Port),
            Security = Security(mail["Security"]),
            UserName = userName,
            Password = password,
            From = From(mail["From:Address"], mail["From:Name"]),
            TimeLimit = TimeLimit(mail["TimeLimit"], usual.TimeLimit),
        };
    }

    private static int Port(string? text, int usual)
    {
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port);
        Require(isNumber && port is >= 1 and <= 65535, "Mail:Port", $"is \"{text}\"; it has to be a number from 1 to 65535, usually 587 or 465");
        return port;
    }

    private static MailSecurity Security(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return MailSecurity.Auto;
        }

        var word = Enum.GetNames<MailSecurity>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        Require(word is not null, "Mail:Security", $"is \"{text}\"; it has to be one of auto, starttls, tls, none");
        return Enum.Parse<MailSecurity>(word!);
    }

    private static MailAddress From(string? address, string? name)
    {
        Require(!string.IsNullOrWhiteSpace(address), "Mail:From:Address", "is missing; name the address that mails come from");
        Require(MailAddress.IsValid(address), "Mail:From:Address", $"is \"{address}\"; it has to be one mail address, such as dashboard@acme.example");
        Require(name is null || !name.Any(char.IsControl), "Mail:From:Name", "holds a line break or another control character");
        return new MailAddress(address!, name);
    }

    private static TimeSpan TimeLimit(string? text, TimeSpan usual)
    {
        if (string.IsNullOrEmpty(text))
        {
            return usual;
        }

        // More is a forgotten colon: "30" reads as 30 days.
        var isSpan = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var limit);
        Require(
            isSpan && limit > TimeSpan.Zero && limit <= TimeSpan.FromHours(1),
            "Mail:TimeLimit",
            $"is \"{text}\"; it has to be a time span above zero and up to an hour, such as 0:00:30");
        return limit;
    }

    private static void Require(bool holds, string setting, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The setting {setting} {problem}.");
        }
    }
}
