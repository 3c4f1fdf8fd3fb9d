using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SiteFactory.Theming.Bodies;
using SiteFactory.Widgets.Fiche;

namespace SiteFactory.Widgets.Tests;

/// <summary>A service-public.fr sheet as its reader gets it.</summary>
public class SheetViewTests
{
    private static readonly SheetModel Sample = SampleSheet.Of(new SampleContext().Contact);

    private static IElement Show(SheetModel model, bool embedded = false) =>
        new HtmlParser().ParseDocument("<body><main>" + Rendering.Html(SheetFragment.Of(new(model, embedded)))).QuerySelector("main")!;

    [Fact]
    public void Everything_is_there_without_a_script()
    {
        var page = Show(Sample);
        Assert.Contains("Faites cela.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Au consulat.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(["En France", "À l’étranger"], page.QuerySelectorAll(".w-sheet-situations > details > summary").Select(s => s.TextContent));
        Assert.Equal([true, false], page.QuerySelectorAll(".w-sheet-situations > details").Select(d => d.HasAttribute("open")));
        Assert.Empty(page.QuerySelectorAll("[hidden]:not(.hours__now)"));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    public void Headings_never_skip_a_level(bool embedded, int before)
    {
        foreach (var heading in Show(Sample, embedded).QuerySelectorAll("h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"{heading.TextContent}: h{before} → h{level}");
            before = level;
        }
    }

    [Fact]
    public void Links_stay_on_the_site_when_the_sheet_is_there_and_lead_to_service_public_otherwise()
    {
        var page = Show(Sample);
        Assert.Equal("/demarches/fiches/f2-autre/", Link(page, "ici"));
        Assert.Equal("https://www.service-public.fr/professionnels-entreprises/vosdroits/F3", Link(page, "ailleurs"));
        Assert.Equal("https://www.service-public.fr/particuliers/vosdroits/N360", Link(page, "Passeport"));
    }

    [Fact]
    public void A_word_leads_to_its_definition_and_an_abbreviation_tells_its_long_form()
    {
        var page = Show(Sample);
        Assert.Equal("#f1341-r2", Link(page, "comedec"));
        Assert.Equal("Une définition.", page.QuerySelector("#f1341-r2 dd")!.TextContent);
        Assert.Equal("Pacte civil de solidarité", page.QuerySelector("abbr")!.GetAttribute("title"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.TextContent == "sans définition");
    }

    [Fact]
    public void The_town_hall_is_the_sites_own_with_its_hours()
    {
        var hall = Show(Sample).QuerySelector(".w-sheet-hall")!;
        Assert.Contains("1 rue de l’Église", hall.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+33387000000", hall.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Equal(7, hall.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Fermé du 24 au 26 décembre 2026", hall.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_town_hall_the_office_leads_to_the_national_directory()
    {
        var page = Show(Sample with { TownHall = null });
        Assert.Null(page.QuerySelector(".w-sheet-hall"));
        Assert.Equal("https://lannuaire.service-public.fr/", Link(page, "Mairie"));
    }

    [Fact]
    public void Source_date_and_licence_are_said()
    {
        var source = Show(Sample).QuerySelector(".w-sheet-source")!;
        Assert.Contains("Direction de l’information légale et administrative", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fiche vérifiée le 28 août 2019.", source.TextContent, StringComparison.Ordinal);
        Assert.Contains("Licence Ouverte 2.0", source.TextContent, StringComparison.Ordinal);
        Assert.Contains(source.QuerySelectorAll("a"), a => a.GetAttribute("href") == "https://www.service-public.fr/particuliers/vosdroits/F1341");
    }

    [Fact]
    public void An_old_sheet_says_so_and_leads_to_the_new_one()
    {
        Assert.Contains("Fiche à vérifier.", Show(Sample).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Fiche à vérifier.", Show(Sample with { IsOld = false }).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_have_heads_with_a_scope()
    {
        var table = Show(Sample).QuerySelector("table:has(caption)")!;
        Assert.Equal("2", table.QuerySelector("thead th[scope=col]")!.GetAttribute("colspan"));
        Assert.Equal("2", table.QuerySelector("tbody th[scope=row]")!.GetAttribute("rowspan"));
    }

    [Fact]
    public void Ids_stand_once() =>
        Assert.All(Show(Sample).QuerySelectorAll("[id]").GroupBy(e => e.Id), g => Assert.Single(g));

    private static string? Link(IElement page, string text) =>
        page.QuerySelectorAll("a").Single(a => a.TextContent == text).GetAttribute("href");

    [Fact]
    public void An_address_of_another_scheme_is_no_link()
    {
        var sheet = Sample.Sheet with { More = [new("Mauvais", Address: "javascript:alert(1)")] };
        Assert.DoesNotContain(Show(Sample with { Sheet = sheet }).QuerySelectorAll("a"), a => a.TextContent == "Mauvais");
    }
}
