using IntegrationsDashboard.Store;

namespace IntegrationsDashboard.Web.Security;

/// <summary>Finds out which language somebody reads from what their browser asks for.</summary>
internal static class BrowserLanguage
{
    /// <summary>The one of <see cref="Languages.All"/> that the browser likes best; null where it asks for none of them.</summary>
    public static string? Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(Languages.All.Contains);
}
