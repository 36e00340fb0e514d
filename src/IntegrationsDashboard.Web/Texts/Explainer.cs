using System.Globalization;
using System.Text.Json;
using Humanizer;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Queries;
using IntegrationsDashboard.Web.Catalogue;
using IntegrationsDashboard.Web.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>
/// Explains error messages in the reader's language: by the operators' patterns where one fits, else by what is known of the messages of
/// tools. Pages and API say the same.
/// </summary>
public sealed class Explainer(IStringLocalizer<ExplainResources> texts, ErrorPatternQueries patterns)
{
    /// <summary>What the message means; null where nothing is known of it.</summary>
    /// <param name="tool">The tool whose message it is.</param>
    /// <param name="message">The message; null for none.</param>
    /// <param name="label">What the tool is called; its name where left out.</param>
    public Explanation? Explain(string tool, string? message, string? label = null)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            return null;
        }

        foreach (var known in patterns.Known())
        {
            if (known.IsFor(tool) && known.Expression.Match(message) is { } values)
            {
                return Of(known.Pattern, values);
            }
        }

        return ErrorRecogniser.Recognise(message) is { } error ? Of(error, label ?? ToolCatalogue.Label(tool)) : null;
    }

    /// <summary>What an operators' pattern says of a message that it fits.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="values">What its expression's groups caught.</param>
    public static Explanation Of(ErrorPattern pattern, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var text = TextOf(pattern);
        return new Explanation(
            Explanation.OfOperators, PatternTemplate.Fill(text.Sentence, values), PatternTemplate.Fill(text.Advice, values), pattern.Step);
    }

    /// <summary>What an operators' pattern says, with its placeholders, in the reader's language or else in English.</summary>
    public static PatternText TextOf(ErrorPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Texts.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? pattern.Texts[Languages.Default];
    }

    /// <summary>What an error means that was recognised.</summary>
    internal Explanation Of(RecognisedError error, string label)
    {
        var sentence = error.Subject is { } subject ? texts[$"{error.Kind}_Named", label, subject] : texts[error.Kind.ToString(), label];
        var advice = error.RetryAfter is { } wait
            ? texts[$"{error.Kind}_AdviceWait", label, wait.Humanize(2)]
            : texts[$"{error.Kind}_Advice", label];
        return new Explanation(JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Kind.ToString()), sentence, advice, error.Step);
    }
}
