using System.Globalization;
using System.Text.Json;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>
/// Reads the fields of one JSON object, and notes what is wrong with them under their paths. A field that is null counts as
/// left out; fields that nobody asks for are ignored. Every method returns null where there is nothing, or nothing usable.
/// </summary>
internal sealed class InputReader
{
    private readonly JsonElement _element;
    private readonly string _prefix;
    private readonly InputProblems _problems;
    private readonly DateTimeOffset _now;

    /// <param name="element">The object.</param>
    /// <param name="problems">Where problems are noted.</param>
    /// <param name="now">The clock's time; later instants are refused.</param>
    /// <param name="prefix">What comes before the names in the paths, such as <c>end_user.</c>.</param>
    public InputReader(JsonElement element, InputProblems problems, DateTimeOffset now, string prefix = "")
    {
        (_element, _problems, _now, _prefix) = (element, problems, now, prefix);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw InvalidInputException.With(prefix.TrimEnd('.', ':', ' '), $"must be an object, not {Name(element.ValueKind)}");
        }
    }

    /// <summary>Notes a problem with a field.</summary>
    public void Problem(string name, string problem) => _problems.Add(_prefix + name, problem);

    /// <summary>A text on one line.</summary>
    public string? Line(string name, int most, bool required = false, int least = 1, bool trim = false) =>
        Text(name, most, required, least, trim, oneLine: true);

    /// <summary>A text of any number of lines.</summary>
    public string? Text(string name, int most, bool required = false, int least = 1) =>
        Text(name, most, required, least, trim: false, oneLine: false);

    /// <summary>A list of texts on one line each, which has to be there and hold at least one.</summary>
    public IReadOnlyList<string> Lines(string name, int mostItems, int most)
    {
        if (!TryFind(name, out var list))
        {
            return Missing<IReadOnlyList<string>>(name, required: true, $"a list of 1 to {mostItems} texts") ?? [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is var count && (count == 0 || count > mostItems))
        {
            Problem(name, $"must be a list of 1 to {mostItems} texts");
            return [];
        }

        List<string> lines = [];
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (Text($"{name}[{index}]", item, most, least: 1, trim: true, oneLine: true) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>One of the words of an enumeration.</summary>
    public T? Word<T>(string name, bool required = false)
        where T : struct, Enum
    {
        if (!TryFind(name, out var value))
        {
            return Missing<T?>(name, required, $"one of {Words<T>.All}");
        }

        if (value.ValueKind == JsonValueKind.String && TryDecode(name, value, out var word))
        {
            if (Words<T>.TryParse(word, out var parsed))
            {
                return parsed;
            }

            Problem(name, $"is {Quote(word)}; give one of {Words<T>.All}");
        }
        else if (value.ValueKind != JsonValueKind.String)
        {
            Problem(name, $"must be one of {Words<T>.All}, not {Name(value.ValueKind)}");
        }

        return null;
    }

    /// <summary>An instant, as UTC.</summary>
    public DateTimeOffset? Instant(string name, bool required = false)
    {
        if (!TryFind(name, out var value))
        {
            return Missing<DateTimeOffset?>(name, required, "a time such as 2026-11-24T02:10:00Z");
        }

        if (value.ValueKind != JsonValueKind.String
            || !TryDecode(name, value, out var text)
            || !ReportLimits.Instant().IsMatch(text)
            || !value.TryGetDateTimeOffset(out var instant))
        {
            Problem(name, "must be a time with an offset from UTC, such as 2026-11-24T02:10:00Z or 2026-11-24T03:10:00+01:00");
            return null;
        }

        if (instant < ReportLimits.Earliest)
        {
            Problem(name, "lies before 2000-01-01");
            return null;
        }

        if (instant > _now + ReportLimits.Ahead)
        {
            var now = _now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            Problem(name, $"lies more than 5 minutes in the future; here it is {now}");
            return null;
        }

        return instant.ToUniversalTime();
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public long? Whole(string name, long least, long most, bool required = false)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        if (!TryFind(name, out var value))
        {
            return Missing<long?>(name, required, wanted);
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem(name, $"must be {wanted}");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? Flag(string name, bool required = true)
    {
        if (!TryFind(name, out var value))
        {
            return Missing<bool?>(name, required, "true or false");
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Problem(name, $"must be true or false, not {Name(value.ValueKind)}");
        return null;
    }

    /// <summary>An object within this one.</summary>
    public InputReader? Object(string name, bool required = false)
    {
        if (!TryFind(name, out var value))
        {
            return Missing<InputReader?>(name, required, "an object");
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new InputReader(value, _problems, _now, $"{_prefix}{name}.");
        }

        Problem(name, $"must be an object, not {Name(value.ValueKind)}");
        return null;
    }

    /// <summary>A list of objects; empty where it is left out.</summary>
    public IEnumerable<InputReader> Objects(string name, int most)
    {
        if (!TryFind(name, out var list))
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Problem(name, $"must be a list, not {Name(list.ValueKind)}");
            yield break;
        }

        if (list.GetArrayLength() is var count && count > most)
        {
            Problem(name, $"has {count} items; give {most} at the most");
            yield break;
        }

        var index = 0;
        foreach (var value in list.EnumerateArray())
        {
            var path = $"{name}[{index++}]";
            if (value.ValueKind == JsonValueKind.Object)
            {
                yield return new InputReader(value, _problems, _now, $"{_prefix}{path}.");
            }
            else
            {
                Problem(path, $"must be an object, not {Name(value.ValueKind)}");
            }
        }
    }

    private string? Text(string name, int most, bool required, int least, bool trim, bool oneLine)
    {
        if (!TryFind(name, out var value))
        {
            return Missing<string?>(name, required, $"a text of {least} to {most} characters");
        }

        return Text(name, value, most, least, trim, oneLine);
    }

    private string? Text(string name, JsonElement value, int most, int least, bool trim, bool oneLine)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Problem(name, $"must be a text of {least} to {most} characters, not {Name(value.ValueKind)}");
            return null;
        }

        if (!TryDecode(name, value, out var text))
        {
            return null;
        }

        text = trim ? text.Trim() : text;
        if (text.Length < least || text.Length > most)
        {
            Problem(name, text.Length == 0 ? $"is empty; give a text of {least} to {most} characters" : $"has {text.Length} characters; give {least} to {most}");
            return null;
        }

        // A NUL ends a text in half of all the programs that will ever read it; a control character breaks a line in the rest.
        var control = oneLine ? text.AsSpan().IndexOfAnyInRange('\0', '\u001F') : text.IndexOf('\0', StringComparison.Ordinal);
        if (control >= 0)
        {
            Problem(name, $"holds the control character U+{(int)text[control]:X4} as character {control + 1}; leave it out");
            return null;
        }

        return text;
    }

    private bool TryFind(string name, out JsonElement value) =>
        _element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private bool TryDecode(string name, JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            Problem(name, "holds half of a surrogate pair; send whole characters");
            text = "";
            return false;
        }
    }

    private T? Missing<T>(string name, bool required, string wanted)
    {
        if (required)
        {
            Problem(name, $"is required; give {wanted}");
        }

        return default;
    }

    private static string Quote(string word) => word.Length <= 40 ? $"\"{word}\"" : $"\"{word.AsSpan(0, 40)}…\"";

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
