using System.Net;
using System.Net.Sockets;

namespace SiteFactory.Cms.Delivery.Webhooks;

/// <summary>
/// Keeps webhooks from reaching this machine and its network: the name is resolved here, and the connection goes to the very
/// address that was found public (no second look-up that could answer otherwise).
/// </summary>
public static class AddressGuard
{
    /// <summary>Whether an address belongs to the public Internet (RFC 6890 and its IPv6 counterparts).</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork ? IsPublic4(plain.GetAddressBytes()) : IsPublic6(plain);
    }

    /// <summary>Opens connections for an <see cref="SocketsHttpHandler"/> to public addresses only.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var target = Array.Find(addresses, IsPublic) ?? throw new HttpRequestException($"{context.DnsEndPoint.Host} is not a public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPublic4(byte[] b) => b switch
    {
        [0 or 10 or 127, ..] => false,
        [100, >= 64 and <= 127, ..] => false,
        [169, 254, ..] => false,
        [172, >= 16 and <= 31, ..] => false,
        [192, 0, 0 or 2, _] => false,
        [192, 168, ..] => false,
        [192, 88, 99, _] => false,
        [198, 18 or 19, ..] => false,
        [198, 51, 100, _] => false,
        [203, 0, 113, _] => false,
        [>= 224, ..] => false,
        _ => true,
    };

    private static bool IsPublic6(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        // Global unicast is 2000::/3; inside it, documentation, Teredo and 6to4 lead elsewhere than they say.
        var isGlobal = (bytes[0] & 0xE0) == 0x20;
        var isDetour = bytes is [0x20, 0x01, 0x00, 0x00, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] or [0x20, 0x02, ..];
        return isGlobal && !isDetour;
    }
}
