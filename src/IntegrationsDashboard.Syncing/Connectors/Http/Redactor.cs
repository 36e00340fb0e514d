using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Takes secrets out of what goes into a log: known values wherever they appear, and fields whose name says what they hold.</summary>
internal sealed partial class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[redacted]";

    /// <summary>How much of a body is kept, in characters.</summary>
    public const int LongestBody = 64 * 1024;

    private const int ShortestSecret = 4;
    private readonly ConcurrentDictionary<string, int> _spellings = new(StringComparer.Ordinal);

    public Redactor(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            Learn(secret);
        }
    }

    /// <summary>Adds a secret, in every spelling in which it may appear.</summary>
    public void Learn(string? secret)
    {
        if (secret is not { Length: >= ShortestSecret } || _spellings.ContainsKey(secret))
        {
            return;
        }

        foreach (var spelling in new[]
        {
            secret,
            Uri.EscapeDataString(secret),
            System.Net.WebUtility.UrlEncode(secret),
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            HtmlEncoder.Default.Encode(secret),
        })
        {
            _spellings[spelling] = spelling.Length;
        }
    }

    /// <summary>An address without secrets.</summary>
    public string Address(Uri uri, bool pathOnly) => Text(FieldInForm().Replace(
        uri.GetComponents(pathOnly ? UriComponents.PathAndQuery : UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
        "${name}=" + Mark));

    /// <summary>A body without secrets, cut to <see cref="LongestBody"/>; null where there is none.</summary>
    public string? Body(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return null;
        }

        // Cut only after the secrets are gone: half a secret would not be found.
        var longest = _spellings.Values.DefaultIfEmpty().Max();
        var start = body.Length > LongestBody + longest ? body[..(LongestBody + longest)] : body;
        var clean = Text(FieldInForm().Replace(FieldInJson().Replace(start, "${name}\"" + Mark + "\""), "${name}=" + Mark));
        return body.Length <= LongestBody && clean.Length <= LongestBody ? clean : string.Concat(clean.AsSpan(0, Math.Min(clean.Length, LongestBody)), "…");
    }

    /// <summary>A text without the known secrets.</summary>
    public string Text(string text)
    {
        // The longest first: a secret may be a part of another.
        foreach (var (spelling, _) in _spellings.OrderByDescending(entry => entry.Value))
        {
            text = text.Replace(spelling, Mark, StringComparison.Ordinal);
        }

        return text;
    }

    private const string Telling = "passw|passphrase|secret|token|authorization|api[_-]?key|private[_-]?key|credential";

    [GeneratedRegex(
        "(?<name>\"[^\"\\\\]*(?:" + Telling + ")[^\"\\\\]*\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[-\\d.eE+]+|\\[[^\\]]*\\]?|\\{[^}]*\\}?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FieldInJson();

    [GeneratedRegex(
        "(?<name>\\b[\\w.%-]*(?:" + Telling + ")[\\w.%-]*)=[^&\\s\"'<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FieldInForm();
}
