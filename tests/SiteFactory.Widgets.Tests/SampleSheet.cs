using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Sheets;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Widgets.Tests;

/// <summary>A sheet with one of every block and inline; every word of it passes through a function.</summary>
internal static class SampleSheet
{
    public static SheetModel Of(ContactModel townHall, Func<string, string>? say = null, bool isOld = true)
    {
        var sheet = Sheet(say ?? (words => words));
        var pages = ImmutableSortedDictionary<string, string>.Empty.Add("F1341", "/demarches/fiches/f1341-carte/").Add("F2", "/demarches/fiches/f2-autre/");
        return new(sheet, pages["F1341"], pages, townHall, new("2019-08-28", "28 août 2019", "mercredi", "28", "août", "2019"), isOld, Fingerprint.Of(sheet.Title));
    }

    private static Sheet Sheet(Func<string, string> say) => new()
    {
        Id = "F1341",
        Title = say("Carte d’identité"),
        Kind = say("Fiche pratique"),
        Address = say("https://www.service-public.fr/particuliers/vosdroits/F1341"),
        Description = say("Pour demander une carte d’identité, il faut se rendre au guichet."),
        Verified = "2019-08-28",
        AllSituations = true,
        Content =
        [
            new SheetNote(SheetNoteKind.Notice, say("Du nouveau"), "2020-11-03") { Blocks = [Line(say("Les délais changent."))] },
            new SheetParagraph { Text = Inlines(say) },
            new SheetChoices(SheetDisplay.Tabs, IsSituation: true) { Choices = [Part(say("En France"), [.. Blocks(say)]), Part(say("À l’étranger"), Line(say("Au consulat.")))] },
        ],
        Offices = [new(say("Préfecture"), "prefecture", say("https://lannuaire.service-public.fr/"))],
        Services = [new(say("Suivre ma demande"), say("Téléservice"), say("https://ants.gouv.fr/"), say("ANTS"))],
        Terms = [new("R2", say("Comedec"), false) { Text = [Line(say("Une définition."))] }, new("R3", say("Pacs"), true) { Text = [Line(say("Pacte civil de solidarité"))] }],
        References = [new(say("Code civil"), Address: say("https://www.legifrance.gouv.fr/"), Detail: say("Article 1"))],
        More = [new(say("Le site de l’ANTS"), Address: say("https://ants.gouv.fr/"))],
        Questions = [new(say("Est-ce obligatoire\u202f?"), "F2"), new(say("Et ailleurs\u202f?"), "F3")],
        SeeAlso = [new(say("Passeport"), "N360")],
    };

    private static ImmutableArray<SheetInline> Inlines(Func<string, string> say) =>
    [
        new SheetText(say("Des mots ")),
        .. Enum.GetValues<SheetStyle>().Select(style => new SheetStyled(style, style == SheetStyle.Foreign ? say("en") : null) { Text = [new SheetText(say(style.ToString()))] }),
        new SheetReference("F2") { Text = [new SheetText(say("ici"))] },
        new SheetReference("F3", say("Professionnels")) { Text = [new SheetText(say("ailleurs"))] },
        new SheetWord("R2") { Text = [new SheetText(say("comedec"))] },
        new SheetWord("R3") { Text = [new SheetText(say("Pacs"))] },
        new SheetWord("R9") { Text = [new SheetText(say("sans définition"))] },
        new SheetAnchor(say("https://ants.gouv.fr/"), say("PDF, 12 Ko"), say("fr")) { Text = [new SheetText(say("un document"))] },
    ];

    private static IEnumerable<SheetBlock> Blocks(Func<string, string> say) =>
    [
        new SheetSection("pieces") { Title = [new SheetText(say("Pièces à fournir"))], Blocks = [Line(say("Les originaux.")), new SheetSection { Title = [new SheetText(say("Plus bas"))], Blocks = [Line(say("Texte."))] }] },
        new SheetSection { Blocks = [Line(say("Sans titre."))] },
        new SheetList { Items = [Part(null, Line(say("Un"))), Part(null, Line(say("Deux")), new SheetList(Ordered: true) { Items = [Part(null, Line(say("Petit un")))] })] },
        new SheetChoices(SheetDisplay.Radio) { Choices = [Part(say("Première demande"), Line(say("Faites ceci."))), Part(say("Renouvellement"), Line(say("Faites cela.")))] },
        .. Enum.GetValues<SheetNoteKind>().Select(kind => new SheetNote(kind, say("Titre"), null) { Blocks = [Line(say("un point."))] }),
        new SheetTable(say("Prix"), say("Les prix selon l’âge"))
        {
            HeaderColumn = true,
            Rows = [new(Header: true) { Cells = [Cell(say("Âge"), columns: 2)] }, new() { Cells = [Cell(say("Adulte"), rows: 2), Cell(say("86 €"))] }],
        },
        new SheetFigure(say("Un panneau"), say("Le panneau"), say("DILA")) { Blocks = [Line(say("Rond et rouge."))] },
        new SheetFigure(),
        new SheetOffice(say("Mairie"), SheetOffice.TownHall, say("https://lannuaire.service-public.fr/"), say("De votre domicile"), say("La source")) { Blocks = [Line(say("Sur rendez-vous."))] },
        new SheetService(say("Demande"), say("Formulaire"), say("https://exemple.gouv.fr/"), say("Ministère"), say("12100*02"), say("PDF, 1 Mo"))
        {
            Blocks = [Line(say("À imprimer."))],
            Annexes = [new(say("Notice"), say("Notice"), say("https://exemple.gouv.fr/n.pdf"), Cerfa: say("5#1"), Detail: say("PDF"))],
        },
        new SheetLinks(say("Pour un majeur")) { Links = [new(say("Première demande"), "F1341"), new(say("Vers ailleurs"), Address: say("https://exemple.gouv.fr/"))] },
    ];

    private static SheetParagraph Line(string text) => new() { Text = [new SheetText(text)] };

    private static SheetPart Part(string? title, params ImmutableArray<SheetBlock> blocks) => new() { Title = title, Blocks = blocks };

    private static SheetCell Cell(string text, int columns = 0, int rows = 0) => new(columns, rows) { Blocks = [Line(text)] };
}
