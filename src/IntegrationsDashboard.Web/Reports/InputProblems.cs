namespace IntegrationsDashboard.Web.Reports;

/// <summary>What is wrong with an input: all of it, so that it can be mended in one go.</summary>
internal sealed class InputProblems
{
    private const int Most = 50;

    private readonly List<string> _problems = [];
    private int _count;

    public bool Any => _count > 0;

    /// <summary>Adds a problem, such as <c>end_user.organization_name: is required; give a text of 1 to 200 characters</c>.</summary>
    public void Add(string path, string problem)
    {
        if (_count++ < Most)
        {
            _problems.Add(path.Length == 0 ? problem : $"{path}: {problem}");
        }
    }

    /// <exception cref="InvalidInputException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InvalidInputException(this);
        }
    }

    /// <summary>The problems in one text; the first fifty in full, the rest counted.</summary>
    public string ToText(string separator)
    {
        var text = string.Join(separator, _problems);
        return _count > _problems.Count ? $"{text}{separator}… and {_count - _problems.Count} more" : text;
    }
}
