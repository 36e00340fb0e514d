using System.Security.Claims;
using IntegrationsDashboard.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace IntegrationsDashboard.Web.Tests.Components;

/// <summary>Says that whoever looks at the components has signed in with a session; with none that there is unless one is named.</summary>
public sealed class SignedIn : AuthenticationStateProvider
{
    /// <summary>The session.</summary>
    public Guid Session { get; set; }

    /// <inheritdoc/>
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(
        new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccessControl.SessionClaim, Session.ToString())], "test"))));
}
