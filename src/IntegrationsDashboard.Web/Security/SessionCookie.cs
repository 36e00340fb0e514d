using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Queries;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>What becomes of the cookie that a request brings: it counts only while its session does.</summary>
internal sealed class SessionCookie(PeopleQueries people, Ledger ledger, TimeProvider time) : CookieAuthenticationEvents
{
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that says that something went wrong is for anyone, and the store may be what went wrong.
            context.RejectPrincipal();
            return;
        }

        if (AccessControl.SessionOf(context.Principal) is not { } id || await people.FindAsync(id, http.RequestAborted) is not { } person)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        RequestLanguage.Note(http, person.Language);
        var address = DashboardSignIn.AddressOf(http);
        if (time.GetUtcNow() - person.LastSeenAt >= Precision || person.Address != address)
        {
            await ledger.WriteAsync(session => session.SeeSessionAsync(id, address));
        }
    }

    /// <summary>The page says what it is that one may not do; the status code leads there.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
