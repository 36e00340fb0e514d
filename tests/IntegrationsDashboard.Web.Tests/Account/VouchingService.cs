using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationsDashboard.Web.Tests.Account;

/// <summary>Another service that signs people in: whoever is sent there comes back at once as <see cref="Claims"/> say.</summary>
public sealed class VouchingService(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, VouchingService.Claims claims)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Elsewhere";

    /// <summary>What the service says of the person.</summary>
    public sealed class Claims
    {
        public Dictionary<string, string> Said { get; } = [];
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var identity = new ClaimsIdentity(claims.Said.Select(one => new Claim(one.Key, one.Value)), Name);
        await Context.SignInAsync(IdentityConstants.ExternalScheme, new ClaimsPrincipal(identity), properties);
        Response.Redirect(properties.RedirectUri!);
    }
}
