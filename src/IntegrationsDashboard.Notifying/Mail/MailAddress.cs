using MimeKit;

namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>Somebody's address, and the name to show beside it. Neither can hold what would begin another header of a mail.</summary>
public sealed record MailAddress
{
    /// <summary>An address.</summary>
    /// <param name="address">A single address, such as <c>ada@acme.example</c>.</param>
    /// <param name="name">The name; null or empty for none.</param>
    /// <exception cref="ArgumentException">The address is none, or there is a line break or another control character in the name.</exception>
    public MailAddress(string address, string? name = null)
    {
        if (!IsValid(address))
        {
            throw new ArgumentException("This is not a mail address.", nameof(address));
        }

        OneLine.Require(name, nameof(name));
        Address = address;
        Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
    }

    /// <summary>The address.</summary>
    public string Address { get; }

    /// <summary>The name; null where none is known.</summary>
    public string? Name { get; }

    /// <summary>Whether a text is a single mail address and nothing else: no name, no list, no control characters.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string? text) =>
        text is not null
        && !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var parsed)
        && parsed.Address == text
        && parsed.Address.IndexOf('@', StringComparison.Ordinal) > 0;

    /// <inheritdoc/>
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
