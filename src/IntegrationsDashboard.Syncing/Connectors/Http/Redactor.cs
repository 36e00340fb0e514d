using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Takes secrets out of what goes into a log.</summary>
internal sealed partial class Redactor
{
    private const string Mark = "•••";

    // Shorter ones would blacken half of every text.
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;

    /// <summary>Knows the secrets, and the forms in which they travel.</summary>
    public Redactor(IEnumerable<string> secrets) =>
        _secrets =
        [
            .. secrets
                .Where(secret => secret.Length >= ShortestSecret)
                .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) })
                .Distinct()
                .OrderByDescending(secret => secret.Length),
        ];

    /// <summary>The text without secrets.</summary>
    public string Redact(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        return Named().Replace(text, $"$1{Mark}");
    }

    // Values whose names say what they are: in JSON, in forms and in addresses.
    [GeneratedRegex(
        """((?:"[^"]*(?:password|passwd|secret|token|api_?key|authorization)[^"]*"\s*:\s*")|(?:\b(?:password|client_secret|access_token|refresh_token|token|api_?key)=))(?:\\.|[^"&\\\s])+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
