using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using Microsoft.AspNetCore.Identity;

namespace IntegrationsDashboard.Web.Security;

/// <summary>What of the account is no page.</summary>
internal static class AccountEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/account/demonstration/{token}", DemonstrateAsync).AllowAnonymous();
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
        app.MapPost(Links.Language, SpeakAsync).AddEndpointFilter<AntiforgeryFilter>();
        app.MapPost("/account/external", ChallengeAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
        app.MapGet("/account/external/callback", CallbackAsync).AllowAnonymous();
        app.MapPost("/account/passkeys/request-options", RequestOptionsAsync).AllowAnonymous().AddEndpointFilter<AntiforgeryFilter>();
        app.MapPost("/account/passkeys/creation-options", CreationOptionsAsync).AddEndpointFilter<AntiforgeryFilter>();
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

    private static async Task<IResult> SignOutAsync(HttpContext context, DashboardSignIn signIn)
    {
        var asked = context.Request.HasFormContentType ? (string?)(await context.Request.ReadFormAsync())["returnUrl"] : null;
        await signIn.SignOutAsync();
        return Results.LocalRedirect("~" + (string.IsNullOrEmpty(asked) ? Links.SignIn : LocalAddress.Of(asked)));
    }

    private static async Task<IResult> SpeakAsync(HttpContext context, AccessControl control, Ledger ledger)
    {
        var form = await context.Request.ReadFormAsync();
        if (await control.FindAsync(context.User) is not { } access || (string?)form["language"] is not { } language || !Languages.All.Contains(language))
        {
            return Results.BadRequest();
        }

        await ledger.WriteAsync(session => session.SetLanguageAsync(access.Self, language));
        return Results.LocalRedirect("~" + LocalAddress.Of(form["returnUrl"]));
    }

    private static async Task<IResult> ChallengeAsync(HttpContext context, DashboardSignIn signIn)
    {
        var form = await context.Request.ReadFormAsync();
        if ((await signIn.GetExternalAuthenticationSchemesAsync()).FirstOrDefault(scheme => scheme.Name == form["scheme"]) is not { } scheme)
        {
            return Results.NotFound();
        }

        var back = $"/account/external/callback?returnUrl={Uri.EscapeDataString(LocalAddress.Of(form["returnUrl"]))}";
        return Results.Challenge(signIn.ConfigureExternalAuthenticationProperties(scheme.Name, back), [scheme.Name]);
    }

    private static async Task<IResult> CallbackAsync(string? returnUrl, ExternalSignIn external) =>
        Results.LocalRedirect("~" + (await external.SignInAsync() is null ? $"{Links.SignIn}?done=external-failed" : LocalAddress.Of(returnUrl)));

    private static async Task<IResult> RequestOptionsAsync(DashboardSignIn signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreationOptionsAsync(HttpContext context, UserManager<Person> people, DashboardSignIn signIn)
    {
        if (await people.GetUserAsync(context.User) is not { } person)
        {
            return Results.NotFound();
        }

        var entity = new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.Name };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }
}
