namespace IntegrationsDashboard.Store.Queries;

/// <summary>Past error messages of one shape that nothing explains.</summary>
/// <param name="Shape">What they have in common.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Integrations">Of how many integrations.</param>
/// <param name="Last">The last of them.</param>
public sealed record UnexplainedMessages(string Shape, int Count, int Integrations, PastError Last);
