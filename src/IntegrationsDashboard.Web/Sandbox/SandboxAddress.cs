using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IntegrationsDashboard.Web.Sandbox;

/// <summary>Under which address the program finds itself, read off the setting <c>Urls</c>.</summary>
internal static class SandboxAddress
{
    /// <summary>The first address of <paramref name="urls"/>, as this machine reaches it; null where there is none.</summary>
    public static Uri? Of(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        var address = BindingAddress.Parse(first);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    /// <summary>
    /// <paramref name="urls"/> with free ports where they leave the choice to the system (port 0): the system would tell only once
    /// the program listens, and the sandbox's address is needed before.
    /// </summary>
    public static string WithPorts(string urls) => string.Join(
        ';',
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url =>
            BindingAddress.Parse(url) is { Port: 0 } address
                ? string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.Host}:{FreePort()}{address.PathBase}")
                : url));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
