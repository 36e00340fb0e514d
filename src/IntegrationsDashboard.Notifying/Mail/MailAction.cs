namespace IntegrationsDashboard.Notifying.Mail;

/// <summary>What a mail asks its reader to do: a button.</summary>
public sealed record MailAction
{
    /// <summary>A button.</summary>
    /// <param name="label">What it does, in a few words.</param>
    /// <param name="link">Where it leads: an absolute address of the web.</param>
    /// <exception cref="ArgumentException">The address is not one of the web.</exception>
    public MailAction(string label, Uri link)
    {
        if (!link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("A mail can only lead to an absolute address that begins with https:// or http://.", nameof(link));
        }

        (Label, Link) = (label, link);
    }

    /// <summary>What it does.</summary>
    public string Label { get; }

    /// <summary>Where it leads.</summary>
    public Uri Link { get; }
}
