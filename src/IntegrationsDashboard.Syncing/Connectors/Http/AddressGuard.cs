using System.Net;
using System.Net.Sockets;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>Keeps requests away from this machine and from private networks, whatever a name resolves to.</summary>
internal static class AddressGuard
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Closed.Any(network => network.Contains(address));
        }

        // Some IPv6 addresses are another spelling of an IPv4 address: that one counts.
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || Nat64.Contains(address))
        {
            return IsPublic(new IPAddress(bytes[12..]));
        }

        return SixToFour.Contains(address)
            ? IsPublic(new IPAddress(bytes[2..6]))
            : Global.Contains(address) && !Closed.Any(network => network.Contains(address));
    }

    /// <summary>
    /// Opens a connection to one of the addresses of a name. The name is resolved here and the very address that was looked at is
    /// connected to, so that a name cannot point elsewhere in between.
    /// </summary>
    /// <exception cref="ConnectorException">None of its addresses may be connected to.</exception>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool allowPrivate, CancellationToken ct)
    {
        IPAddress[] addresses = IPAddress.TryParse(endPoint.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(endPoint.Host, ct);
        var open = allowPrivate ? addresses : [.. addresses.Where(IsPublic)];
        if (addresses.Length > 0 && open.Length == 0)
        {
            throw new ConnectorException(ConnectorFailure.Failure, ToolFailures.PrivateAddress(endPoint.Host));
        }

        SocketException? last = null;
        foreach (var address in open)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, endPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
