using System.Security.Claims;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// Signs people in as ASP.NET Core Identity does, and begins a session in the store with each sign-in: the cookie names it and is
/// worth nothing without it.
/// </summary>
public sealed class DashboardSignIn(
    UserManager<Person> people,
    IHttpContextAccessor contexts,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    Ledger ledger) : SignInManager<Person>(people, contexts, claims, options, logger, schemes, confirmation)
{
    /// <summary>The IP address a request came from.</summary>
    public static string? AddressOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Connection.RemoteIpAddress?.ToString();
    }

    /// <summary>A person as the audit log names them, with what they may do to their own account.</summary>
    public Initiator By(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Initiator(new Actor(ActorKind.Person, person.Name), Rights.None, person.Id, Address: AddressOf(Context));
    }

    /// <inheritdoc/>
    public override async Task SignInWithClaimsAsync(
        Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        ArgumentNullException.ThrowIfNull(user);
        var known = Context.User.FindFirstValue(ClaimTypes.NameIdentifier) == user.Id.ToString() ? AccessControl.SessionOf(Context.User) : null;
        var session = known ?? await BeginAsync(user);
        await base.SignInWithClaimsAsync(
            user, authenticationProperties, [.. additionalClaims, new Claim(AccessControl.SessionClaim, session.ToString())]);
    }

    /// <summary>Ends the session and forgets the cookies.</summary>
    public override async Task SignOutAsync()
    {
        if (AccessControl.SessionOf(Context.User) is { } session && await UserManager.GetUserAsync(Context.User) is { } person)
        {
            await ledger.WriteAsync(s => s.EndSessionAsync(By(person), session));
        }

        await base.SignOutAsync();
    }

    private async Task<Guid> BeginAsync(Person user)
    {
        var language = user.Language is null ? BrowserLanguage.Of(Context.Request) : null;
        var by = By(user);
        var session = await ledger.WriteAsync(async s =>
        {
            if (language is not null)
            {
                await s.SetLanguageAsync(by, language);
            }

            return (await s.BeginSessionAsync(by, Context.Request.Headers.UserAgent.ToString())).Id;
        });

        // ASP.NET Core Identity writes the whole person when anything of them changes.
        user.Language ??= language;
        return session;
    }
}
