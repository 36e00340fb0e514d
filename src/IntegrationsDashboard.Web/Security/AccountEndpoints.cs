using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>What of the account is no page.</summary>
internal static class AccountEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/account/demonstration/{token}", DemonstrateAsync).AllowAnonymous();
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous().WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> DemonstrateAsync(string token, FirstStart first, UserManager<Person> people, DashboardSignIn signIn)
    {
        if (await first.DemonstrationPersonAsync(token, people) is not { } person)
        {
            return Results.NotFound();
        }

        await signIn.SignInAsync(person, isPersistent: true);
        return Results.LocalRedirect("~" + Links.Integrations);
    }

    private static async Task<IResult> SignOutAsync(DashboardSignIn signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("~" + Links.SignIn);
    }
}
