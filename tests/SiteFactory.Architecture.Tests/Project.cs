using System.Xml.Linq;

namespace SiteFactory.Architecture.Tests;

/// <summary>What a project file says of its neighbours.</summary>
internal sealed record Project(string Path, string Name, IReadOnlyList<string> References, string Text)
{
    public static IReadOnlyList<Project> All { get; } =
        [.. Repository.Having([".csproj"]).Select(Read)];

    /// <summary>Product code, as against tests and benchmarks.</summary>
    public bool IsProduct => !Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>A program that people start: it may know everything, and nothing knows it.</summary>
    public bool IsHost => Name is "SiteFactory.Generator.Cli" or "SiteFactory.Cms";

    private static Project Read(string path)
    {
        var text = Repository.Text(path);
        var references = XDocument.Parse(text).Descendants("ProjectReference")
            .Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        return new(path, System.IO.Path.GetFileNameWithoutExtension(path), [.. references.Order(StringComparer.Ordinal)], text);
    }
}
