using System.Text.RegularExpressions;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>
/// Whole documents as a visitor gets them, reviewed by a person. <c>SITEFACTORY_GOLDEN=write</c> writes them anew.
/// </summary>
public sealed partial class GoldenTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("page", "/vie-municipale/mairie/")]
    [InlineData("shared-page", "/dechets/")]
    [InlineData("shown-news", "/actualites/collecte/")]
    [InlineData("event", "/agenda/yoga/")]
    [InlineData("directory", "/annuaire/")]
    [InlineData("accessibility", "/accessibilite/")]
    public void A_page_is_what_was_reviewed(string name, string address) => Expect(name, sample.Vany.Text(address));

    /// <summary>Holds a document against the reviewed one.</summary>
    internal static void Expect(string name, string document)
    {
        // Fingerprints change with every line of the stylesheet; what they name does not.
        var html = FingerprintedName().Replace(document, "${name}.…${extension}");
        var file = Path.Combine(Repository.Root, "tests", "SiteFactory.Generator.Tests", "Golden", name + ".html");
        if (Environment.GetEnvironmentVariable("SITEFACTORY_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, html);
        }
        Assert.Equal(File.ReadAllText(file), html);
    }

    [GeneratedRegex("(?<name>/assets/[a-z0-9-]+)\\.[0-9a-z]+(?<extension>\\.[a-z0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FingerprintedName();
}
