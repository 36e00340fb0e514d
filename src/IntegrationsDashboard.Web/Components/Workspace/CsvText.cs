namespace IntegrationsDashboard.Web.Components.Workspace;

/// <summary>Writes values so that a spreadsheet shows them and never runs them.</summary>
public static class CsvText
{
    /// <summary>One line, with its end.</summary>
    public static string Line(IEnumerable<string?> values) => string.Join(',', values.Select(Field)) + "\r\n";

    /// <summary>An instant as programs and spreadsheets read it: ISO 8601, in UTC.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One value: in quotes, and with an apostrophe before what a spreadsheet takes for a formula.</summary>
    public static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{value}" : value;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
