using System.Net;
using System.Net.Sockets;

namespace SiteFactory.EServices.Http;

/// <summary>Addresses that no public portal has (RFC 6890): a catalogue must not become a way into the machine's network.</summary>
public static class PrivateAddresses
{
    /// <summary>Whether the address is of the machine itself, of a private network, or of no host at all.</summary>
    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPrivate(address.GetAddressBytes()) : IsPrivate6(address);
    }

    private static bool IsPrivate(byte[] b) => b[0] is 0 or 10 or 127 or >= 224
        || (b[0] == 100 && b[1] is >= 64 and < 128)
        || (b[0] == 169 && b[1] == 254)
        || (b[0] == 172 && b[1] is >= 16 and < 32)
        || (b[0] == 192 && (b[1] == 168 || (b[1] == 0 && b[2] is 0 or 2)))
        || (b[0] == 198 && b[1] is 18 or 19);

    private static bool IsPrivate6(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.Equals(IPAddress.IPv6Any) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal
        || address.IsIPv6UniqueLocal || address.IsIPv6Multicast || IsTranslated(address.GetAddressBytes());

    // 64:ff9b::/96 and 2002::/16 carry an IPv4 address that may be private.
    private static bool IsTranslated(byte[] b) => (b[0] == 0 && b[1] == 0x64 && b[2] == 0xff && b[3] == 0x9b) || (b[0] == 0x20 && b[1] == 0x02);
}
