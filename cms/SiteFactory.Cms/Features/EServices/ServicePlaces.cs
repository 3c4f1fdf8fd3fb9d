using SiteFactory.Content.Bodies;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>Finds and adds services in texts.</summary>
public static class ServicePlaces
{
    private const string Directive = "e-service";

    /// <summary>Whether the text has the service's block.</summary>
    public static bool Has(string body, string service) =>
        body.Contains(Directive, StringComparison.Ordinal) && body.Contains(service, StringComparison.Ordinal) && Has(BodyParser.Parse(body).Nodes, service);

    /// <summary>The text with the service's block at its end, or at its beginning.</summary>
    public static string Add(string body, string service, bool atStart)
    {
        var block = $"::: {Directive} {{service={service}}}\n:::\n";
        var text = body.Trim('\n');
        return text.Length == 0 ? block : atStart ? $"{block}\n{text}\n" : $"{text}\n\n{block}";
    }

    private static bool Has(IEnumerable<BodyNode> nodes, string service) => nodes.OfType<DirectiveNode>().Any(d =>
        (d.Name == Directive && d.Attributes.Any(a => a.Name == "service" && a.Value == service)) || Has(d.Children, service));
}
