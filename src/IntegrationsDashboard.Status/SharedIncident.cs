namespace IntegrationsDashboard.Status;

/// <summary>Several integrations of one tool that began to fail in the same way at about the same time.</summary>
/// <param name="Tool">The tool's id.</param>
/// <param name="Family">What they suffer from.</param>
/// <param name="Failures">The integrations, the first to fail first.</param>
public sealed record SharedIncident(string Tool, FailureFamily Family, IReadOnlyList<Failure> Failures)
{
    /// <summary>When the first of them began to fail (UTC).</summary>
    public DateTimeOffset Since => Failures[0].Since;
}
