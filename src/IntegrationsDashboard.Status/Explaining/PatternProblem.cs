namespace IntegrationsDashboard.Status.Explaining;

/// <summary>Why an operator's expression cannot be used.</summary>
public enum PatternProblem
{
    /// <summary>It can be used.</summary>
    None,

    /// <summary>There is none.</summary>
    Empty,

    /// <summary>It has more characters than <see cref="PatternExpression.Longest"/>.</summary>
    TooLong,

    /// <summary>It is no regular expression.</summary>
    NotAnExpression,

    /// <summary>It looks around, refers back, or would become too large: it could take longer than in proportion to the message.</summary>
    NotLinear,

    /// <summary>It fits every message, even an empty one.</summary>
    FitsEverything,

    /// <summary>The name of a group has other characters than small letters and underscores.</summary>
    GroupName,
}
