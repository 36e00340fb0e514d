using Microsoft.AspNetCore.Authorization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Grants what the store says now, not what a cookie said once.</summary>
internal sealed class RightsHandler(AccessControl control) : AuthorizationHandler<RightsRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightsRequirement requirement)
    {
        if (await control.FindAsync(context.User) is { } access && access.May(requirement.Rights))
        {
            context.Succeed(requirement);
        }
    }
}
