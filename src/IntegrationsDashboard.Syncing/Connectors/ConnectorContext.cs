namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>What a connector works with during one check or sync.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Address">Its address.</param>
/// <param name="Credentials">The credentials by field, the method under <see cref="SignInMethod.Key"/>.</param>
/// <param name="Http">
/// Sends requests: guards against private networks, retries what may pass, writes each request to the journal without secrets.
/// </param>
/// <param name="Journal">Where the connector says what it does.</param>
/// <param name="Time">The clock.</param>
public sealed record ConnectorContext(
    ToolDefinition Tool,
    Uri Address,
    IReadOnlyDictionary<string, string> Credentials,
    HttpClient Http,
    ISyncJournal Journal,
    TimeProvider Time);
