using System.Text.RegularExpressions;

namespace IntegrationsDashboard.Status.Explaining;

/// <summary>Brings error messages that differ in numbers, names and addresses only to one shape, so that they can be counted together.</summary>
public static class MessageShape
{
    /// <summary>The most characters of a shape.</summary>
    public const int Longest = 200;

    /// <summary>What stands for what was left out.</summary>
    public const string Gap = "…";

    // Addresses first: they hold most of the rest. What is in quotes is somebody's, unless it is a word of an API.
    private static readonly Regex Varying = ErrorRules.Compile(
        """\b[a-z][a-z0-9+.-]*://[^\s"'<>]+|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|"[^"\r\n]{1,200}"|\b\w*\d[\w:.,+-]*""");

    private static readonly Regex Blank = ErrorRules.Compile(@"\s+");

    /// <summary>The message's shape; of one shape are messages that say the same of different things.</summary>
    public static string Of(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = message.Length > ErrorRecogniser.Longest ? message[..ErrorRecogniser.Longest] : message;
        var shape = Blank.Replace(Varying.Replace(text, Gap), " ").Trim();
        return shape.Length <= Longest ? shape : string.Concat(shape.AsSpan(0, Longest - 1).TrimEnd(), Gap);
    }
}
