namespace IntegrationsDashboard.Store.Queries;

/// <summary>The mails that a person gets about a workspace, or as an operator.</summary>
/// <param name="Email">Where they are sent.</param>
/// <param name="Workspace">The workspace's name; null for what an operator is told of all of them.</param>
/// <param name="IsOn">Whether there are any: the person belongs there and has not stopped them.</param>
public sealed record MailSubscription(string Email, string? Workspace, bool IsOn);
