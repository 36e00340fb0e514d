using System.Collections.Frozen;
using System.Text.Json;

namespace IntegrationsDashboard.Web.Reports;

/// <summary>The words that programs use for the values of an enumeration, such as <c>PARTIALLY_FAILED</c>.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<T, string> Names = Values.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All words, for people who look for the right one.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<T>().Select(Of));

    public static string Of(T value) => Names[value];

    public static bool TryParse(string word, out T value) => Values.TryGetValue(word, out value);
}
