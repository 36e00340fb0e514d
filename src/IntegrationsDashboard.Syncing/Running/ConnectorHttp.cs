using IntegrationsDashboard.Syncing.Connectors;

namespace IntegrationsDashboard.Syncing.Running;

/// <summary>Makes what a connector sends its requests with during one sync.</summary>
/// <param name="credentials">What must not show in the journal.</param>
/// <param name="journal">Where each request is written.</param>
public delegate HttpClient ConnectorHttp(IReadOnlyDictionary<string, string> credentials, ISyncJournal journal);
