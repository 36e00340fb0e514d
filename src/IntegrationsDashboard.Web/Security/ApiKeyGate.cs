using Microsoft.AspNetCore.Authentication;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Lets only requests with a good API key through, whatever else may be wrong with them: nothing is told to strangers.</summary>
internal sealed class ApiKeyGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(ApiKeyAuthentication.SchemeName);
        if (result.Succeeded)
        {
            context.User = result.Principal;
            await next(context);
        }
        else
        {
            await context.ChallengeAsync(ApiKeyAuthentication.SchemeName);
        }
    }
}
