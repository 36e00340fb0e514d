namespace IntegrationsDashboard.Syncing.Connectors;

/// <summary>One field of the form in which credentials are entered.</summary>
/// <param name="Id">Its name among the credentials, such as <c>token</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="IsSecret">Whether it is hidden while it is typed, and redacted from logs.</param>
/// <param name="IsRequired">Whether it must be filled in.</param>
/// <param name="Help">A word that helps to find it.</param>
public sealed record CredentialField(string Id, string Label, bool IsSecret, bool IsRequired = true, string? Help = null);
