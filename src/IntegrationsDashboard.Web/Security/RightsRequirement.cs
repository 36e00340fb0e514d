using IntegrationsDashboard.Store;
using Microsoft.AspNetCore.Authorization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Asks for rights in the workspace that the caller looks at.</summary>
/// <param name="Rights">All of these.</param>
internal sealed record RightsRequirement(Rights Rights) : IAuthorizationRequirement;
