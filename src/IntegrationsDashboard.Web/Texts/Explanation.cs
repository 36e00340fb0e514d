using IntegrationsDashboard.Status;

namespace IntegrationsDashboard.Web.Texts;

/// <summary>What an error message means, in plain words.</summary>
/// <param name="Kind">The kind of trouble for programs, such as <c>expired_secret</c>; <see cref="OfOperators"/> where operators explain it.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Advice">What to do now.</param>
/// <param name="Step">Where that is done.</param>
public sealed record Explanation(string Kind, string Sentence, string Advice, NextStepKind Step)
{
    /// <summary>The kind of those that operators wrote.</summary>
    public const string OfOperators = "custom";
}
