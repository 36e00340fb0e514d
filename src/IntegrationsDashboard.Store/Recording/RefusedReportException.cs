namespace IntegrationsDashboard.Store.Recording;

/// <summary>A report contradicts what is already known; nothing was changed.</summary>
/// <param name="field">The field that is wrong.</param>
/// <param name="message">What is wrong with it and how to mend it.</param>
public sealed class RefusedReportException(string field, string message) : Exception($"{field}: {message}")
{
    /// <summary>The field that is wrong.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it and how to mend it, without the field's name.</summary>
    public string Problem { get; } = message;
}
