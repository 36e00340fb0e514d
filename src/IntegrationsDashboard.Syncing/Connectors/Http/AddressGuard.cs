using System.Net;
using System.Net.Sockets;

namespace IntegrationsDashboard.Syncing.Connectors.Http;

/// <summary>
/// Keeps outgoing connections off this machine and private networks. It resolves a name itself and connects to the very address
/// that it looked at, so that neither a redirect nor a name that changes its answer leads elsewhere.
/// </summary>
internal sealed class AddressGuard(SyncingOptions options)
{
    // Special-purpose ranges of RFC 6890 and its registries that no public tool lives in.
    private static readonly IPNetwork[] Refused =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // Forms of IPv6 that carry an IPv4 address: NAT64, 6to4.
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>Whether an address lies in the public network.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            var bytes = address.GetAddressBytes();
            if (Nat64.Contains(address) || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0)
            {
                return bytes.AsSpan(0, 15).IndexOfAnyExcept((byte)0) >= 0 && IsPublic(new IPAddress(bytes.AsSpan(12)));
            }

            if (SixToFour.Contains(address))
            {
                return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
            }
        }

        return !Array.Exists(Refused, network => network.Contains(address));
    }

    /// <summary>Connects to a host, unless it lies in a network that is refused.</summary>
    /// <exception cref="ConnectorException">It does.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        if (!options.AllowPrivateNetworks && !options.AllowedAddresses.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase))
        {
            addresses = Array.FindAll(addresses, IsPublic);
            if (addresses.Length == 0)
            {
                throw new ConnectorException(
                    ConnectorFailure.Failure,
                    $"{host} lies on this machine or in a private network. The dashboard connects there only where the setting Syncing:AllowPrivateNetworks allows it.");
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
