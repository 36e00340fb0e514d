using IntegrationsDashboard.Web.Api;
using Microsoft.AspNetCore.Authentication;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Lets only requests with a good API key through, whatever else may be wrong with them: nothing is told to strangers.</summary>
internal sealed class ApiKeyGate(RequestDelegate next, KeyUse use)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(ApiKeyAuthentication.SchemeName);
        if (!result.Succeeded)
        {
            await context.ChallengeAsync(ApiKeyAuthentication.SchemeName);
            return;
        }

        context.User = result.Principal;
        var holder = ((ApiKeyIdentity)result.Principal.Identity!).Holder;
        await use.NoteAsync(holder.KeyId);
        if (context.GetEndpoint()?.Metadata.GetMetadata<CallRights>() is { Needed: var needed } && !holder.Scope.May(needed))
        {
            await ApiFailure.NotAllowed(needed).WriteAsync(context);
            return;
        }

        await next(context);
    }
}
