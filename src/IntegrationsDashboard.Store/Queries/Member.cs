using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Queries;

/// <summary>A member of a workspace.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Since">When they joined (UTC).</param>
/// <param name="LastSeenAt">When they last used the dashboard (UTC); null for not lately.</param>
/// <param name="IsFromSingleSignOn">Whether single sign-on gave the membership.</param>
public sealed record Member(
    Guid PersonId, string Name, string Email, Role Role, DateTimeOffset Since, DateTimeOffset? LastSeenAt, bool IsFromSingleSignOn);
