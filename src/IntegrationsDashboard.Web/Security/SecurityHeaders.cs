using IntegrationsDashboard.Web.Embedding;
using IntegrationsDashboard.Web.Hosting;

namespace IntegrationsDashboard.Web.Security;

/// <summary>
/// Tells browsers what the pages may do: run the dashboard's own scripts, talk to the dashboard, and nothing else. Styles may stand in
/// the markup, because MudBlazor's theme does.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, DashboardOptions options)
{
    private readonly string _policy = string.Join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",

        // A form that signs in by single sign-on is led to its provider.
        string.Join(' ', ((string?[])["form-action 'self'", options.OpenIdConnect?.Authority.GetLeftPart(UriPartial.Authority)]).Where(part => part is not null)));

    // End users' pages may stand within the pages of those who are named.
    private readonly string _ancestors = options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors);

    public Task InvokeAsync(HttpContext context)
    {
        var ancestors = IsForEndUsers(context.Request.Path) ? _ancestors : "'none'";

        // At the last moment: whoever answers with an error clears what was set before.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers, ancestors);
            EmbedPolicy.Of(context)?.Write(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(IHeaderDictionary headers, string ancestors)
    {
        headers.ContentSecurityPolicy = $"{_policy}; frame-ancestors {ancestors}";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

        // Addresses of links hold tokens, and what is a customer's belongs in no search engine.
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    private static bool IsForEndUsers(PathString path) =>
        path.StartsWithSegments("/connect") || path.StartsWithSegments("/reconnect") || path.StartsWithSegments("/setup");
}
