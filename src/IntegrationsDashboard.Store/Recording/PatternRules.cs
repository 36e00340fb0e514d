using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What an error pattern has to be like.</summary>
internal static class PatternRules
{
    private const int LongestText = 300;
    private const int LongestTool = 40;

    /// <summary>The report without what surrounds its texts and without languages that say nothing.</summary>
    /// <exception cref="RefusedReportException">It cannot be used.</exception>
    public static PatternReport Check(PatternReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var expression = PatternExpression.TryRead(report.Expression, out var problem)
            ?? throw new RefusedReportException("expression", Words(problem));
        if (report.Tool is { } tool && (tool.Length > LongestTool || string.IsNullOrWhiteSpace(tool)))
        {
            throw new RefusedReportException("tool", "choose one of the tools, or all.");
        }

        var texts = report.Texts
            .Select(text => (Language: text.Key, Text: new PatternText(text.Value.Sentence.Trim(), text.Value.Advice.Trim())))
            .Where(text => text.Text is not { Sentence: "", Advice: "" })
            .ToDictionary(text => text.Language, text => text.Text);
        if (!texts.ContainsKey(Languages.Default))
        {
            throw new RefusedReportException("texts", "write at least the English text.");
        }

        foreach (var (language, text) in texts)
        {
            Check(language, text, expression);
        }

        return report with { Texts = texts };
    }

    private static void Check(string language, PatternText text, PatternExpression expression)
    {
        if (!Languages.All.Contains(language))
        {
            throw new RefusedReportException("texts", $"\"{language}\" is no language of the dashboard.");
        }

        if (text.Sentence.Length == 0 || text.Advice.Length == 0)
        {
            throw new RefusedReportException("texts", $"a language says both what happened and what to do; one of the two is missing ({language}).");
        }

        if (text.Sentence.Length > LongestText || text.Advice.Length > LongestText)
        {
            throw new RefusedReportException("texts", $"a sentence has at most {LongestText} characters ({language}).");
        }

        if (PatternTemplate.Names(text.Sentence).Concat(PatternTemplate.Names(text.Advice)).FirstOrDefault(name => !expression.Groups.Contains(name)) is { } unknown)
        {
            throw new RefusedReportException("texts", $"{{{unknown}}} is no group of the expression ({language}).");
        }
    }

    private static string Words(PatternProblem problem) => problem switch
    {
        PatternProblem.Empty => "write a regular expression.",
        PatternProblem.TooLong => $"it has more than {PatternExpression.Longest} characters.",
        PatternProblem.NotLinear => "it looks around, refers back or is too large; use none of these.",
        PatternProblem.FitsEverything => "it fits every message; say more.",
        PatternProblem.GroupName => "names of groups have small letters and underscores only.",
        _ => "it is no regular expression.",
    };
}
