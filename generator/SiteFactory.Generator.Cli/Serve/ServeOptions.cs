using System.Net;
using SiteFactory.Serving;

namespace SiteFactory.Generator.Cli.Serve;

/// <summary>How built sites are served on this machine.</summary>
/// <param name="Output">The output folder of the build.</param>
/// <param name="Port">0 takes any free one.</param>
/// <param name="LiveReload">Tells browsers to reload; null outside <c>watch</c>.</param>
public sealed record ServeOptions(string Output, int Port, LiveReload? LiveReload = null)
{
    /// <summary>The port of the README.</summary>
    public const int DefaultPort = 5080;

    internal IPAddress Address { get; } = IPAddress.Loopback;
}

/// <summary>The port is taken by another program.</summary>
public sealed class PortBusyException(int port, Exception inner) : Exception($"Port {port} is in use.", inner)
{
    public int Port { get; } = port;
}
