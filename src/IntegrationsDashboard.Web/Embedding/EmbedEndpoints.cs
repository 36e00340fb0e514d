using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationsDashboard.Status;
using IntegrationsDashboard.Store;
using IntegrationsDashboard.Store.Model;
using IntegrationsDashboard.Web.Resources;
using IntegrationsDashboard.Web.Security;
using IntegrationsDashboard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace IntegrationsDashboard.Web.Embedding;

/// <summary>
/// <c>GET /embed/{token}</c> shows an integration's status in a frame, <c>GET /embed/{token}/badge.svg</c> as an image. The token is all the
/// proof there is: there are no cookies, and who is signed in here does not matter.
/// </summary>
internal static class EmbedEndpoints
{
    /// <summary>How long an image may be shown without asking again, and after how long a page asks again by itself.</summary>
    private const int Seconds = 60;

    public static void MapEmbeds(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<EmbedLimits>();
        app.MapGet("/embed/{token}", PageAsync).AllowAnonymous().AddEndpointFilter(limits);
        app.MapGet("/embed/{token}/badge.svg", BadgeAsync).AllowAnonymous().AddEndpointFilter(limits);
    }

    private static async Task<IResult> PageAsync(string token, HttpContext http, EmbedReader reader, IServiceProvider services, ILoggerFactory loggers)
    {
        Speak(http);
        var (embed, shown) = await reader.FindAsync(token, http.RequestAborted);
        EmbedPolicy.Frame(http, embed?.Origins ?? [], EmbedStyles.PageHash);
        // What was revoked is gone at the next look.
        http.Response.Headers.CacheControl = "private, no-cache";
        if (shown is not null)
        {
            http.Response.Headers["Refresh"] = Seconds.ToString(CultureInfo.InvariantCulture);
        }

        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<EmbedPage>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(EmbedPage.Shown)] = shown,
                [nameof(EmbedPage.Theme)] = ThemeOf(http.Request),
            }));
            return page.ToHtmlString();
        });
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, StatusOf(embed, shown));
    }

    private static async Task<IResult> BadgeAsync(
        string token, HttpContext http, EmbedReader reader, StatusTexts texts, IStringLocalizer<EmbedResources> words)
    {
        Speak(http);
        var (embed, shown) = await reader.FindAsync(token, http.RequestAborted);
        EmbedPolicy.Image(http);
        http.Response.Headers.CacheControl = $"public, max-age={Seconds}";
        var svg = Encoding.UTF8.GetBytes(EmbedBadge.Svg(
            shown?.Tool ?? words["Badge"], shown is null ? words["BadgeClosed"] : texts.Label(shown.Status), shown?.Status, ThemeOf(http.Request)));
        if (shown is null)
        {
            http.Response.StatusCode = StatusOf(embed, shown);
            return Results.Bytes(svg, "image/svg+xml");
        }

        return Results.Bytes(svg, "image/svg+xml", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 8))}\""));
    }

    // What has ended was there; what no token of ours names never was.
    private static int StatusOf(Embed? embed, EmbeddedStatus? shown) => (embed, shown) switch
    {
        (null, _) => StatusCodes.Status404NotFound,
        (_, null) => StatusCodes.Status410Gone,
        _ => StatusCodes.Status200OK,
    };

    private static EmbedTheme ThemeOf(HttpRequest request) =>
        Enum.TryParse<EmbedTheme>(request.Query["theme"], ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : EmbedTheme.Auto;

    // Not that of whoever is signed in here: the page around it is not ours.
    private static void Speak(HttpContext http)
    {
        var asked = http.Request.Query["lang"].ToString();
        var language = Languages.All.Contains(asked) ? asked : BrowserLanguage.Of(http.Request) ?? Languages.Default;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }
}
