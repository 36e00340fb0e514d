namespace IntegrationsDashboard.Store.Queries;

/// <summary>What a pattern would explain among past error messages.</summary>
/// <param name="Read">How many messages were looked at.</param>
/// <param name="Matching">How many of them it fits.</param>
/// <param name="Integrations">Of how many integrations those are.</param>
/// <param name="Samples">Some of them, of different shapes, the last first.</param>
public sealed record PatternTrial(int Read, int Matching, int Integrations, IReadOnlyList<PastError> Samples);
