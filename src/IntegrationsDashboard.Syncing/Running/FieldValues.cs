using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Reads the values of a record's fields that one can filter by.</summary>
internal static class FieldValues
{
    /// <summary>The values by field, each field's in a fixed order and once; a field without a value is left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(JsonObject record, IReadOnlyList<string> fields)
    {
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            string[] found = record[field] switch
            {
                null => [],
                JsonArray list => [.. list.Select(Text).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                var single => Text(single) is { } text ? [text] : [],
            };
            if (found.Length > 0)
            {
                values.Add(field, found);
            }
        }

        return values;
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => null,
    };
}
