using IntegrationsDashboard.Status;
using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Store.Recording;

namespace IntegrationsDashboard.Web.Components.Operators;

/// <summary>An explanation while an operator writes it.</summary>
public sealed class PatternDraft
{
    /// <summary>The regular expression.</summary>
    public string Expression { get; set; } = "";

    /// <summary>The only tool whose messages it explains; empty for all.</summary>
    public string Tool { get; set; } = "";

    /// <summary>What there is to do.</summary>
    public NextStepKind Step { get; set; } = NextStepKind.ContactSupport;

    /// <summary>What it says, by language.</summary>
    public Dictionary<string, PatternText> Texts { get; } = Languages.All.ToDictionary(language => language, _ => new PatternText("", ""));

    /// <summary>A draft of one that is there.</summary>
    public static PatternDraft Of(ErrorPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var draft = new PatternDraft { Expression = pattern.Expression, Tool = pattern.Tool ?? "", Step = pattern.Step };
        foreach (var (language, text) in pattern.Texts)
        {
            draft.Texts[language] = text;
        }

        return draft;
    }

    /// <summary>A draft of a new one, for messages like the sample.</summary>
    public static PatternDraft For(string? sample) => new()
    {
        Expression = string.IsNullOrWhiteSpace(sample) ? "" : PatternExpression.Suggest(sample),
    };

    /// <summary>Whether a language has both sentences.</summary>
    public bool IsWritten(string language) => Texts[language] is { Sentence.Length: > 0, Advice.Length: > 0 };

    /// <summary>What is saved.</summary>
    public PatternReport ToReport() => new(Expression.Trim(), Tool.Length == 0 ? null : Tool, Step, Texts);
}
