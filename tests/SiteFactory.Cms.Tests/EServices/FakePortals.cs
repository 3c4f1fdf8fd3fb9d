using System.Collections.Concurrent;
using System.Text;
using SiteFactory.EServices.Http;

namespace SiteFactory.Cms.Tests.EServices;

/// <summary>Portals and pages of other people, without a network.</summary>
internal sealed class FakePortals : IPortalTransport, ILinkProbe
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    /// <summary>What was asked, and whether a private address was allowed.</summary>
    public ConcurrentQueue<(Uri Address, bool IsLocal)> Asked { get; } = [];

    /// <summary>Addresses that lead nowhere.</summary>
    public ConcurrentDictionary<string, LinkProblem> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>A Publik portal that offers these: key, title, and "-" before the key of a closed one.</summary>
    public void Publik(string host, params (string Key, string Title)[] services)
    {
        var forms = services.Select(s => $$"""{"slug":"{{s.Key.TrimStart('-')}}","title":"{{s.Title}}","url":"https://{{host}}/{{s.Key.TrimStart('-')}}/","disabled":{{(s.Key[0] == '-' ? "true" : "false")}}}""");
        _answers[$"{host}/api/categories/"] = $$"""{"data":[{"title":"Divers","slug":"divers","forms":[{{string.Join(',', forms)}}]}]}""";
    }

    /// <summary>Nobody answers there any more.</summary>
    public void TakeAway(string host) => _answers.TryRemove($"{host}/api/categories/", out _);

    public Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation)
    {
        Asked.Enqueue((address, isLocal));
        if (!isLocal && address.Host is "127.0.0.1" or "localhost" or "192.168.1.1")
            throw new PortalException(PortalProblem.PrivateAddress, address.Host);
        return _answers.TryGetValue(address.Host + address.AbsolutePath, out var answer)
            ? Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(answer))
            : throw new PortalException(PortalProblem.Down, address.Host);
    }

    public Task<LinkProblem?> ProbeAsync(Uri address, CancellationToken cancellation) =>
        Task.FromResult(Broken.TryGetValue(address.ToString(), out var problem) ? problem : (LinkProblem?)null);
}
