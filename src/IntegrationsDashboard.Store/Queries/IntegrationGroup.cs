namespace IntegrationsDashboard.Store.Queries;

/// <summary>Integrations that have something in common.</summary>
/// <param name="Key">What they have in common, as it stands in an address: organisation in lower case, tool's id, status or environment.</param>
/// <param name="Name">The same as people write it; of an organisation that was erased, nothing.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Attention">How many of them need a person.</param>
public sealed record IntegrationGroup(string Key, string Name, int Count, int Attention);
