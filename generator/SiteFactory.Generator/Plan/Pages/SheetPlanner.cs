using System.Collections.Immutable;
using SiteFactory.Content.Sheets;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Fiche;

namespace SiteFactory.Generator.Plan.Pages;

/// <summary>The sheets of service-public.fr and their index by theme.</summary>
internal sealed class SheetPlanner(SiteScope site, PageBuilder builder)
{
    private static readonly Link ServicesLink = new(GeneratorTexts.Get("Services"), Addresses.Services);
    private static readonly Link IndexLink = new(GeneratorTexts.Get("Sheets"), Addresses.Sheets);

    public void Plan()
    {
        if (site.Sheets.Sheets.IsEmpty)
            return;
        Index();
        foreach (var sheet in site.Sheets.Sheets.Values)
            Page(site.Sheets.Find(sheet.Id)!);
    }

    private void Index() => builder.Add(
        Addresses.Sheets,
        new SheetsMain { Title = IndexLink.Label, Breadcrumb = PageBuilder.Under(ServicesLink), Groups = Groups() },
        GeneratorTexts.Format("SheetsDescription", site.Site.Name));

    private ImmutableArray<SheetGroup> Groups() =>
    [
        .. site.Sheets.Sheets.Values
            .GroupBy(s => s.Theme ?? s.Kind)
            .OrderBy(g => g.First().Theme is null)
            .ThenBy(g => g.Key, FrenchOrder.Comparer)
            .Select(g => new SheetGroup(g.Key, [.. g.OrderBy(s => s.Title, FrenchOrder.Comparer).Select(Card)])),
    ];

    private PageCard Card(Sheet sheet) => new(sheet.Title, site.Sheets.Pages[sheet.Id], FirstSentence(sheet.Description), null);

    private static string? FirstSentence(string? text) =>
        text?.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? text[..(end + 1)] : text;

    private void Page(SheetModel model)
    {
        var sheet = model.Sheet;
        var reading = new SheetReading(model, Embedded: false);
        var main = new SheetMain
        {
            Title = sheet.Title,
            Breadcrumb = PageBuilder.Under(ServicesLink, IndexLink),
            Kind = sheet.Kind,
            Summary = sheet.Description is { } description && !SheetWords.Opening(sheet).StartsWith(description, StringComparison.Ordinal) ? description : null,
            Body = new(model.Inputs, () => SheetFragment.Of(reading)),
        };
        builder.Add(model.Href, main, sheet.Description, sharedMain: true);
    }
}
