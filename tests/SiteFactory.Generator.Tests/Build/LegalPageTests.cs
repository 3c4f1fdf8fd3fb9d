using NodaTime;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>The pages that the law asks for, computed from what the site declares.</summary>
public sealed class LegalPageTests
{
    [Theory]
    [InlineData("", "non conforme")]
    [InlineData("accessibility: { audit: { date: 2026-01-10, rate: 49.9 }, statementDate: 2026-02-01 }", "non conforme")]
    [InlineData("accessibility: { audit: { date: 2026-01-10, rate: 50 }, statementDate: 2026-02-01 }", "partiellement conforme")]
    [InlineData("accessibility: { audit: { date: 2026-01-10, rate: 99.9 }, statementDate: 2026-02-01 }", "partiellement conforme")]
    [InlineData("accessibility: { audit: { date: 2026-01-10, rate: 100 }, statementDate: 2026-02-01 }", "totalement conforme")]
    [InlineData("accessibility: { audit: { date: 2021-01-10, rate: 100 }, statementDate: 2023-10-12 }", "totalement conforme")]
    [InlineData("accessibility: { audit: { date: 2021-01-10, rate: 100 }, statementDate: 2023-10-11 }", "non conforme")]
    public void The_level_of_accessibility_follows_the_audit_for_three_years(string declaration, string level)
    {
        using var territory = new TestTerritory();
        territory.Set("vany/site.yaml", territory.Get("vany/site.yaml") + declaration + "\n");
        territory.Built(Instant.FromUtc(2026, 10, 11, 8, 0));
        var vany = territory.Site("vany");
        Assert.Contains($"Accessibilité : {level}", vany.Page("/").QuerySelector("footer")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(level, vany.Words("/accessibilite/"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_legal_notice_says_who_publishes_and_who_hosts()
    {
        using var territory = new TestTerritory();
        territory.Built();
        var words = territory.Site("vany").Words("/mentions-legales/");
        Assert.Contains("Vany", words, StringComparison.Ordinal);
        Assert.Contains("10 rue Principale", words, StringComparison.Ordinal);
        Assert.Contains("Le maire", words, StringComparison.Ordinal);
        Assert.Contains("Hébergeur d’essai", words, StringComparison.Ordinal);
        Assert.Contains("La métropole (CC BY 4.0)", words, StringComparison.Ordinal);
    }
}
