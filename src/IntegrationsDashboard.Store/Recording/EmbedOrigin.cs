using System.Globalization;

namespace IntegrationsDashboard.Store.Recording;

/// <summary>The origins whose pages may frame a status.</summary>
public static class EmbedOrigin
{
    private const int Longest = 255;

    /// <summary>Reads an origin, such as <c>https://app.example.com</c>; http is taken for this machine only.</summary>
    /// <param name="text">What somebody entered.</param>
    /// <returns>The origin as browsers write it; null where it is none.</returns>
    public static string? TryRead(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.PathAndQuery != "/"
            || address.Fragment.Length > 0
            || address.UserInfo.Length > 0)
        {
            return null;
        }

        var host = address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]" : address.IdnHost.ToLowerInvariant();
        var origin = address.IsDefaultPort
            ? $"{address.Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");

        // It goes into a header, where other signs would mean something else.
        return origin.Length <= Longest && host.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_' or ':' or '[' or ']') ? origin : null;
    }
}
