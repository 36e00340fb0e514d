using System.Globalization;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Syncing.Connecting;
using IntegrationsDashboard.Web.Api;
using Microsoft.AspNetCore.Localization;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// Answers each request for a page in its reader's language: that of the link that they follow, else the one they chose, else the
/// one their browser asks for, else English. The API speaks English.
/// </summary>
internal static class RequestLanguage
{
    private static readonly object Noted = new();

    /// <summary>Notes what the person who asks has chosen.</summary>
    public static void Note(HttpContext http, string? language) => http.Items[Noted] = language;

    public static void UseLanguages(this WebApplication app)
    {
        var cultures = Languages.All.Select(CultureInfo.GetCultureInfo).ToList();
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(Languages.Default),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new CustomRequestCultureProvider(FindAsync)],
            ApplyCurrentCultureToResponseHeaders = true,
        };
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(ApiEndpoints.Root), pages => pages.UseRequestLocalization(options));
    }

    private static async Task<ProviderCultureResult?> FindAsync(HttpContext http)
    {
        var language = await OfLinkAsync(http) ?? http.Items[Noted] as string ?? BrowserLanguage.Of(http.Request);
        return language is null ? null : new ProviderCultureResult(language);
    }

    private static async Task<string?> OfLinkAsync(HttpContext http) =>
        Links.PublicTokenIn(http.Request.Path) is { } token
            ? (await http.RequestServices.GetRequiredService<LinkTokens>().OpenAsync(token)).Link?.Language
            : null;
}
