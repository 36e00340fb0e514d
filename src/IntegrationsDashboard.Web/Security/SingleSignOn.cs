using System.Security.Claims;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Signing in by a provider of OpenID Connect.</summary>
public sealed class SingleSignOn(DashboardOptions options, Ledger ledger)
{
    /// <summary>Adds the provider of the settings, where there is one.</summary>
    public static void Add(IServiceCollection services, OpenIdConnectSettings? settings)
    {
        services.AddSingleton<SingleSignOn>();
        if (settings is null)
        {
            return;
        }

        services.AddAuthentication().AddOpenIdConnect(OpenIdConnectDefaults.AuthenticationScheme, settings.DisplayName, provider =>
        {
            provider.Authority = settings.Authority.ToString();
            provider.RequireHttpsMetadata = settings.Authority.Scheme == "https";
            provider.ClientId = settings.ClientId;
            provider.ClientSecret = settings.ClientSecret;
            provider.ResponseType = OpenIdConnectResponseType.Code;

            // Comes back by a link, so that no cookie has to be sent with a foreign form.
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.CorrelationCookie.SameSite = provider.NonceCookie.SameSite = SameSiteMode.Lax;
            provider.CorrelationCookie.SecurePolicy = provider.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            provider.SignInScheme = IdentityConstants.ExternalScheme;
            provider.CallbackPath = "/account/openid-connect";
            provider.GetClaimsFromUserInfoEndpoint = true;
            provider.MapInboundClaims = false;
            provider.TokenValidationParameters.NameClaimType = "name";
            provider.Scope.Add("email");
            foreach (var scope in settings.Scopes)
            {
                provider.Scope.Add(scope);
            }

            provider.ClaimActions.MapUniqueJsonKey("email", "email");
            provider.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            if (settings.WorkspaceClaim is { } claim)
            {
                provider.ClaimActions.MapJsonKey(claim, claim);
            }
        });
    }

    /// <summary>Gives a person who has just signed in the workspaces that the provider names, and takes away those it no longer names.</summary>
    /// <param name="by">The person.</param>
    /// <param name="claims">What the provider told of them.</param>
    /// <param name="ct">Calls it off.</param>
    public async Task MapWorkspacesAsync(Initiator by, ClaimsPrincipal claims, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        if (options.OpenIdConnect is { WorkspaceClaim: { } name, Role: var role })
        {
            var workspaces = claims.FindAll(name).Select(claim => claim.Value).Distinct().ToDictionary(value => value, _ => role);
            await ledger.WriteAsync(session => session.SetMembershipsAsync(by, workspaces, ct), ct);
        }
    }
}
