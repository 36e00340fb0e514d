using IntegrationsDashboard.Status.Explaining;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>An operators' pattern that is used, ready to be matched.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Expression">Its expression.</param>
public sealed record KnownPattern(ErrorPattern Pattern, PatternExpression Expression)
{
    /// <summary>Whether it is about messages of the tool.</summary>
    public bool IsFor(string tool) => Pattern.Tool is null || Pattern.Tool == tool;
}
