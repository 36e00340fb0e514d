using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationsDashboard.Notifying.Webhooks;

/// <summary>Signs messages as Standard Webhooks says.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The headers of one attempt: <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>.</summary>
    /// <param name="messageId">The message's id.</param>
    /// <param name="at">When the attempt is made.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="secrets">The secrets, the newest first; each signs, so that a receiver that knows one of them is content.</param>
    /// <exception cref="FormatException">A secret is none.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(
        string messageId, DateTimeOffset at, string body, IEnumerable<string> secrets)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{messageId}.{timestamp}.{body}");
        return
        [
            new("webhook-id", messageId),
            new("webhook-timestamp", timestamp),
            new("webhook-signature", string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed))}"))),
        ];
    }

    private static byte[] Key(string secret) =>
        Convert.FromBase64String(secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret);
}
