namespace IntegrationsDashboard.Web.Embedding;

/// <summary>What browsers may do with an embedded status, in place of what they may do with the dashboard's own pages.</summary>
/// <param name="ContentSecurity">The policy for its content.</param>
/// <param name="IsForeign">Whether pages of others may load it as an image.</param>
internal sealed record EmbedPolicy(string ContentSecurity, bool IsForeign)
{
    private static readonly object Noted = new();

    /// <summary>Lets pages of some origins frame the answer, whose only style is the one of the hash.</summary>
    public static void Frame(HttpContext context, IReadOnlyCollection<string> origins, string styleHash) => context.Items[Noted] = new EmbedPolicy(
        $"default-src 'none'; style-src {styleHash}; base-uri 'none'; form-action 'none'; frame-ancestors {(origins.Count == 0 ? "'none'" : string.Join(' ', origins))}",
        IsForeign: false);

    /// <summary>Lets all pages show the answer as an image.</summary>
    public static void Image(HttpContext context) =>
        context.Items[Noted] = new EmbedPolicy("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", IsForeign: true);

    /// <summary>What was noted for this answer; null where it is no embedded status.</summary>
    public static EmbedPolicy? Of(HttpContext context) => context.Items[Noted] as EmbedPolicy;

    /// <summary>Writes it over what holds for the dashboard's own pages.</summary>
    public void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers["Referrer-Policy"] = "no-referrer";
        if (IsForeign)
        {
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }
}
