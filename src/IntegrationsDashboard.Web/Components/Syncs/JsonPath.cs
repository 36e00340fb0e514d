using System.Globalization;
using System.Text;

namespace IntegrationsDashboard.Web.Components.Syncs;

/// <summary>Writes where a value is within a JSON document, as JSONPath (RFC 9535) has it: <c>$.data[3].email</c>.</summary>
public static class JsonPath
{
    /// <summary>The document as a whole.</summary>
    public const string Root = "$";

    /// <summary>A member of the object at a path.</summary>
    public static string Member(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            return $"{path}.{name}";
        }

        var quoted = new StringBuilder();
        foreach (var letter in name)
        {
            quoted.Append(letter switch
            {
                '\'' => "\\'",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return $"{path}['{quoted}']";
    }

    /// <summary>An element of the array at a path, counted from 0.</summary>
    public static string Element(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
