using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>Hosts that tests are done with; as many as tests run at once.</summary>
internal static class HostPool
{
    private static readonly ConcurrentBag<CmsHost> Free = [];

    static HostPool() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Task.WhenAll(Free.Select(h => h.EndAsync().AsTask())).Wait(TimeSpan.FromSeconds(20));

    public static bool TryTake([NotNullWhen(true)] out CmsHost? host) => Free.TryTake(out host);

    public static void Return(CmsHost host) => Free.Add(host);
}
