using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Themes.Territoire.Tests;

public sealed partial class AssetTests
{
    private static readonly TerritoireTheme Theme = ThemeRenderer.Theme;

    [Theory]
    [InlineData("theme.css", 14_000)]
    [InlineData("theme.js", 8_000)]
    [InlineData("icons.svg", 3_000)]
    [InlineData("heading.woff2", 25_000)]
    public void Asset_stays_light(string name, int limit) => Assert.InRange(Compressed(Bytes(name)), 500, limit);

    [Fact]
    public void Stylesheet_refers_to_declared_assets_only()
    {
        var references = AssetReference().Matches(Text("theme.css") + Text("map.css")).Select(match => match.Value).Distinct(StringComparer.Ordinal);
        Assert.All(references, reference => Assert.Contains(reference, Theme.Assets.Select(asset => asset.Name)));
    }

    [Fact]
    public void Stylesheet_names_no_other_host() =>
        Assert.DoesNotContain("//", Text("theme.css") + Text("map.css"), StringComparison.Ordinal);

    [Fact]
    public void Icons_asked_for_are_in_the_set()
    {
        var css = Text("theme.css");
        var asked = new SampleModels().Pages
            .SelectMany(page => IconClass().Matches(ThemeRenderer.Page(new(), page.Head, page.Main, page.Section)))
            .Select(match => match.Value).Distinct(StringComparer.Ordinal);
        Assert.All(asked, icon => Assert.Contains($".i-{icon}{{", css, StringComparison.Ordinal));
    }

    [Fact]
    public void Brand_gives_every_documented_property_in_light_and_dark()
    {
        var css = Theme.StylesheetFor(BrandCheck.Check(Color.Parse("#003d7c")!.Value, Color.Parse("#8a1538")!.Value).Tokens) + Text("theme.css");
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "themes", "SiteFactory.Theming", "README.md"));
        var documented = DocumentedProperty().Matches(readme).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(documented.Length > 30);
        Assert.All(documented, property => Assert.Contains(property + ":", css, StringComparison.Ordinal));
    }

    private static byte[] Bytes(string name) => Theme.Assets.Single(asset => asset.Name == name).Content.ToArray();

    private static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    private static long Compressed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(bytes);
        }
        return output.Length;
    }

    [GeneratedRegex(@"(?<=asset:)[a-z0-9.\-]+", RegexOptions.None, 1000)]
    private static partial Regex AssetReference();

    [GeneratedRegex(@"(?<=class=""i i-)[a-z]+(?="")", RegexOptions.None, 1000)]
    private static partial Regex IconClass();

    [GeneratedRegex(@"(?<=`)--sf-[a-z0-9\-]+(?=`)", RegexOptions.None, 1000)]
    private static partial Regex DocumentedProperty();
}
