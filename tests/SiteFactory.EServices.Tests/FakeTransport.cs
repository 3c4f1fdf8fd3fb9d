using System.Text;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Tests;

/// <summary>Answers by path and query; what it does not know is refused.</summary>
internal sealed class FakeTransport : IPortalTransport
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _answers = new(StringComparer.Ordinal);

    /// <summary>What was asked, in order.</summary>
    public List<Uri> Asked { get; } = [];

    public FakeTransport With(string path, ReadOnlyMemory<byte> answer)
    {
        _answers[path] = answer;
        return this;
    }

    public FakeTransport With(string path, string answer) => With(path, Encoding.UTF8.GetBytes(answer));

    public Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation)
    {
        lock (Asked)
            Asked.Add(address);
        return _answers.TryGetValue(address.AbsolutePath, out var answer) ? Task.FromResult(answer) : throw new PortalException(PortalProblem.Refused, "403");
    }
}

/// <summary>Copies in memory.</summary>
internal sealed class MemoryStore : SiteFactory.EServices.Catalogue.ICatalogueStore
{
    private readonly Dictionary<string, SiteFactory.EServices.Catalogue.PortalCatalogue> _copies = new(StringComparer.Ordinal);

    public SiteFactory.EServices.Catalogue.PortalCatalogue? Find(string portal) => _copies.GetValueOrDefault(portal);

    public void Keep(SiteFactory.EServices.Catalogue.PortalCatalogue catalogue)
    {
        lock (_copies)
            _copies[catalogue.Portal] = catalogue;
    }
}
