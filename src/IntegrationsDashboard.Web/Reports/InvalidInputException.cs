namespace IntegrationsDashboard.Web.Reports;

/// <summary>An input that cannot be taken; nothing was written.</summary>
/// <param name="problems">What is wrong with it.</param>
internal sealed class InvalidInputException(InputProblems problems) : Exception(problems.ToText("\n"))
{
    public InputProblems Problems { get; } = problems;

    /// <summary>An input that is wrong in one way.</summary>
    public static InvalidInputException With(string path, string problem)
    {
        var problems = new InputProblems();
        problems.Add(path, problem);
        return new InvalidInputException(problems);
    }
}
