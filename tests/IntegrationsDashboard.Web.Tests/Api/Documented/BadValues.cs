using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Web.Tests.Api.Documented;

#pragma warning disable CA5394 // Chance that can be repeated is what is wanted here.

/// <summary>Values that break what a schema says.</summary>
public sealed class BadValues(int seed)
{
    // What no JSON library would write stands for itself until the text is written.
    private const string HalfSurrogate = "@@half@@";
    private const string BeyondNumbers = "@@beyond@@";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2000 };
    private static readonly string[] Hostile =
    [
        "' OR 1=1 --", "<script>alert(1)</script>", "%00", "%2e%2e%2f", "../../etc/passwd", "\u202e\u0000x", "{id}", "$(id)", "ünïcödé\U0001F600", "null", "-1", "a b", "\r\nX: y",
        "personio:abcdefghijklmnopqrstuvw", "personio:abcdefghijklmnopqrstuvwx", "PERSONIO:abcdefghijklmnopqrstuvwx", ":", "~", "*", "\\", "\u2028", "a/b", "#", "?", "&", "+", "9223372036854775808",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A part of a path. One with a NUL is refused by the server before the dashboard hears of it.</summary>
    public string Segment() => _random.Next(8) == 0
        ? new string((char)_random.Next('a', 'z'), _random.Next(101, 2000))
        : Mixed().Replace('\0', '\u0001');

    /// <summary>A header's text; null where none would be left, for an empty header does not arrive.</summary>
    public string? HeaderText() => new string([.. Mixed().Where(c => c is > ' ' and < '\u007f')]) is { Length: > 0 } text ? text : null;

    /// <summary>A text for a part of the query; null where any text is good.</summary>
    public string? QueryText(JsonObject schema) => Types(schema).FirstOrDefault(type => type != "null") switch
    {
        "integer" or "number" => Pick(["x", "-1", "1e99", "99999999999999999999", "0x10", "1.5", "١"]),
        "boolean" => Pick(["maybe", "2", "TRUE!", "{}"]),
        "string" when schema["enum"] is not null || schema["pattern"] is not null || schema["maxLength"] is not null => Mixed(),
        _ => null,
    };

    /// <summary>Changes one place of a value against its schema.</summary>
    /// <param name="value">The value; it may be changed itself.</param>
    /// <param name="schema">What it should be.</param>
    /// <param name="isSurelyBad">Whether the result is bad in a way that no schema sees.</param>
    public JsonNode? Change(JsonNode? value, JsonObject schema, out bool isSurelyBad)
    {
        isSurelyBad = false;
        if (value is JsonObject @object && schema["properties"] is JsonObject { Count: > 0 } properties && _random.Next(12) != 0)
        {
            if (_random.Next(6) == 0)
            {
                @object[$"unknown{Mixed()}"] = WrongType("");
            }

            var (name, of) = properties.ElementAt(_random.Next(properties.Count));
            if (_random.Next(6) == 0)
            {
                @object.Remove(name);
            }
            else
            {
                var old = @object[name];
                @object.Remove(name);
                @object[name] = Change(old, of!.AsObject(), out isSurelyBad);
            }

            return @object;
        }

        if (value is JsonArray { Count: > 0 } array && _random.Next(6) != 0)
        {
            var at = _random.Next(array.Count);
            var old = array[at];
            array[at] = null;
            array[at] = Change(old, schema["items"]!.AsObject(), out isSurelyBad);
            return array;
        }

        return Against(value, schema, out isSurelyBad);
    }

    /// <summary>The JSON of a value.</summary>
    public string Write(JsonNode? value) => (value?.ToJsonString(Relaxed) ?? "null")
        .Replace(HalfSurrogate, _random.Next(2) == 0 ? "\\ud800" : "\\udfff", StringComparison.Ordinal)
        .Replace($"\"{BeyondNumbers}\"", Pick(["1e400", "-1e400", "123456789012345678901234567890"]), StringComparison.Ordinal);

    private JsonNode? Against(JsonNode? value, JsonObject schema, out bool isSurelyBad)
    {
        isSurelyBad = false;
        var types = Types(schema);
        if (types.Contains("string") && _random.Next(3) != 0)
        {
            switch (_random.Next(6))
            {
                case 0 when schema["maxLength"] is { } most:
                    return new string(_random.Next(2) == 0 ? 'x' : 'ü', most.GetValue<int>() + _random.Next(1, 50));
                case 1:
                    return "";
                case 2:
                    return $"a{(char)_random.Next(0x20)}b";
                case 3:
                    isSurelyBad = true;
                    return $"a{HalfSurrogate}b";
                case 4 when schema["format"]?.GetValue<string>() == "date-time":
                    isSurelyBad = true;
                    return Pick(["9999-12-31T23:59:59Z", "1999-12-31T23:59:59Z", "2026-02-30T00:00:00Z", "2026-11-20T25:00:00Z", "2026-11-20T00:00:00+99:00", "0000-00-00T00:00:00Z"]);
                default:
                    return Mixed();
            }
        }

        if (types.Contains("integer") && _random.Next(2) == 0)
        {
            switch (_random.Next(4))
            {
                case 0:
                    isSurelyBad = true;
                    return BeyondNumbers;
                case 1 when schema["maximum"] is { } most:
                    return JsonValue.Create(most.GetValue<long>() + 1);
                case 2 when schema["minimum"] is { } least:
                    return JsonValue.Create(least.GetValue<long>() - 1);
                default:
                    return JsonValue.Create(1.5);
            }
        }

        return types.Contains("array") && value is JsonArray { Count: > 0 } list && schema["maxItems"] is { } most2 && most2.GetValue<int>() <= 500 && _random.Next(2) == 0
            ? new JsonArray([.. Enumerable.Range(0, most2.GetValue<int>() + 1).Select(_ => list[0]!.DeepClone())])
            : WrongType(types.FirstOrDefault(type => type != "null") ?? "");
    }

    private JsonNode? WrongType(string right)
    {
        var type = Pick([.. new[] { "null", "boolean", "number", "string", "array", "object", "deep" }.Where(type => type != right && !(right == "integer" && type == "number"))]);
        return type switch
        {
            "boolean" => JsonValue.Create(_random.Next(2) == 0),
            "number" => JsonValue.Create(_random.Next()),
            "string" => Mixed(),
            "array" => new JsonArray(1, "x", null),
            "object" => new JsonObject { [Mixed()] = 1, ["value"] = Mixed() },
            "deep" => Enumerable.Range(0, _random.Next(1, 40)).Aggregate((JsonNode)new JsonArray(), (inner, _) => right == "object" ? new JsonArray(inner) : new JsonObject { ["x"] = inner }),
            _ => null,
        };
    }

    private string Mixed() => _random.Next(3) switch
    {
        0 => Pick(Hostile),
        1 => Pick(Hostile) + Pick(Hostile),
        _ => _random.Next().ToString(CultureInfo.InvariantCulture) + Pick(Hostile),
    };

    private static string[] Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        _ => [],
    };

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
