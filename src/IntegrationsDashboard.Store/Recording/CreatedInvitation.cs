using IntegrationsDashboard.Store.Model;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>A new invitation, at the only time when its token is known.</summary>
/// <param name="Invitation">What is stored of it.</param>
/// <param name="Token">The token in its link.</param>
public sealed record CreatedInvitation(Invitation Invitation, string Token);
