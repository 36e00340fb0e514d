using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>What an operator says about error messages of a kind.</summary>
/// <param name="Expression">The regular expression that the messages contain.</param>
/// <param name="Tool">The only tool whose messages it explains; null for all.</param>
/// <param name="Step">What there is to do.</param>
/// <param name="Texts">What it says, by language; English has to be there.</param>
public sealed record PatternReport(string Expression, string? Tool, NextStepKind Step, IReadOnlyDictionary<string, PatternText> Texts);
