using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SiteFactory.Serving;

/// <summary>Chooses among the forms of a file that were compressed ahead.</summary>
internal static class Negotiation
{
    /// <summary>What the browser takes, best first: <c>br</c>, <c>gzip</c>. Equal weights: the smaller form, Brotli.</summary>
    public static IEnumerable<(string Encoding, string Extension)> Accepted(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptEncoding;
        return new[] { (Encoding: "br", Extension: ".br"), (Encoding: "gzip", Extension: ".gz") }
            .Select((form, order) => (form, order, weight: Weight(asked, form.Encoding)))
            .Where(f => f.weight > 0)
            .OrderByDescending(f => f.weight).ThenBy(f => f.order)
            .Select(f => f.form);
    }

    // RFC 9110, 12.5.3: a name outweighs the star, and a weight of zero refuses.
    private static double Weight(IList<StringWithQualityHeaderValue> asked, string encoding)
    {
        var entry = Find(asked, encoding) ?? Find(asked, "*");
        return entry is null ? 0 : entry.Quality ?? 1;
    }

    private static StringWithQualityHeaderValue? Find(IList<StringWithQualityHeaderValue> asked, string name) =>
        asked.FirstOrDefault(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}
