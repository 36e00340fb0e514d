namespace IntegrationsDashboard.Store.Tests.Plans;

/// <summary>A query as it went to the database.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record SentQuery(string Sql, IReadOnlyList<KeyValuePair<string, object?>> Parameters);
