using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Sheets.Source;
using SiteFactory.Content.Tests.FolderFormat;

namespace SiteFactory.Content.Tests.Sheets;

/// <summary>Every element of the official format has its place; <c>Every.xml</c> holds one of each.</summary>
public class SheetConverterTests
{
    private static readonly string Xml = File.ReadAllText(Repository.Path("tests/SiteFactory.Content.Tests/Sheets/Every.xml"));

    private static readonly ConvertedSheet Converted = SheetConverter.OfXml(new MemoryStream(Encoding.UTF8.GetBytes(Xml)));

    private static Sheet Every => Converted.Sheet;

    [Fact]
    public void No_element_of_the_official_format_is_unknown() => Assert.Empty(Converted.UnknownElements);

    [Fact]
    public void An_unknown_element_is_told_and_its_words_are_kept()
    {
        var converted = Convert("<Texte><Nouveau><Paragraphe>Des mots</Paragraphe></Nouveau></Texte>");
        Assert.Equal("Nouveau", Assert.Single(converted.UnknownElements));
        Assert.Equal("Des mots", Words(Assert.IsType<SheetParagraph>(Assert.Single(converted.Sheet.Content))));
    }

    [Fact]
    public void The_archives_xml_and_the_packages_json_give_the_same_sheet() =>
        Assert.Equal(SheetJson.Write(Every), SheetJson.Write(SheetConverter.OfJson(PackageJson(Xml)).Sheet));

    [Fact]
    public void The_head_of_a_sheet_is_set_as_french_printers_do()
    {
        Assert.Equal("Un titre\u00a0: avec l’apostrophe", Every.Title);
        Assert.Equal(("Fiche pratique", "Ce qu’il faut savoir.", "2020-08-26", "Papiers – Citoyenneté", "Carte d’identité"), (Every.Kind, Every.Description, Every.Verified, Every.Theme, Every.Folder));
        Assert.Equal(new NodaTime.LocalDate(2020, 8, 26), Every.VerifiedOn);
        Assert.Equal("f1-un-titre-avec-l-apostrophe", Every.Slug);
    }

    [Fact]
    public void Words_keep_their_emphasis_and_their_spaces()
    {
        var line = Every.Content.OfType<SheetParagraph>().First().Text;
        Assert.Equal("Une introduction sur deux lignes, avec du gras 89\u00a0€, le 1er jour, H2O, citée, terme, (nom), brunch.", SheetWords.Of(line));
        Assert.Equal(
            [SheetStyle.Strong, SheetStyle.Value, SheetStyle.Superscript, SheetStyle.Subscript, SheetStyle.Quote, SheetStyle.Term, SheetStyle.Variable, SheetStyle.Foreign],
            line.OfType<SheetStyled>().Select(s => s.Style));
        Assert.Equal("en", line.OfType<SheetStyled>().Last().Language);
    }

    [Fact]
    public void A_notice_about_the_sheet_comes_first()
    {
        var notice = Assert.IsType<SheetNote>(Every.Content[0]);
        Assert.Equal((SheetNoteKind.Notice, "Du nouveau", "2020-11-03"), (notice.Kind, notice.Title, notice.Date));
    }

    [Fact]
    public void Situations_and_cases_are_choices()
    {
        var situations = Assert.Single(Every.Content.OfType<SheetChoices>(), c => c.IsSituation);
        Assert.Equal(["En France", "À l’étranger"], situations.Choices.Select(c => c.Title));
        var cases = Assert.Single(Chapter.Blocks.OfType<SheetChoices>());
        Assert.Equal((SheetDisplay.Radio, 2), (cases.Display, cases.Choices.Length));
        Assert.Equal("D’abord.", Words(Assert.IsType<SheetParagraph>(cases.Choices[1].Blocks[0])));
    }

    [Fact]
    public void A_case_without_another_is_no_choice()
    {
        var alone = Assert.IsType<SheetNote>(Chapter.Blocks.OfType<SheetChoices>().Single().Choices[1].Blocks[1]);
        Assert.Equal((SheetNoteKind.Case, "Seul"), (alone.Kind, alone.Title));
    }

    [Fact]
    public void A_list_that_the_source_cuts_in_pieces_is_one()
    {
        var list = Assert.Single(Chapter.Blocks.OfType<SheetList>());
        Assert.Equal(2, list.Items.Length);
        Assert.True(Assert.IsType<SheetList>(list.Items[1].Blocks[1]).Ordered);
    }

    [Fact]
    public void Links_know_where_they_lead()
    {
        var line = Chapter.Blocks.OfType<SheetParagraph>().First().Text;
        Assert.Equal([new("F2", null), ("F3", "Professionnels")], line.OfType<SheetReference>().Select(r => (r.Sheet, r.Audience)));
        Assert.Equal(["R2", "R3"], line.OfType<SheetWord>().Select(w => w.Term));
        Assert.Equal(("https://ants.gouv.fr/", "PDF, 79,4\u00a0Ko"), line.OfType<SheetAnchor>().Select(a => (a.Address, a.Detail)).Single());
    }

    [Fact]
    public void What_holds_for_one_answer_of_the_questionnaire_says_so()
    {
        Assert.True(Every.AllSituations);
        var fragment = Assert.Single(Abroad.OfType<SheetNote>(), n => n.Kind == SheetNoteKind.Case);
        Assert.Equal("Vous êtes locataire", fragment.Title);
        Assert.Equal("Pour tous.", Words(Assert.Single(Abroad.OfType<SheetParagraph>(), p => Words(p).StartsWith("Pour", StringComparison.Ordinal))));
    }

    [Fact]
    public void Boxes_keep_their_kind() => Assert.Equal(
        [SheetNoteKind.Know, SheetNoteKind.Warning, SheetNoteKind.Note, SheetNoteKind.Reminder],
        Abroad.OfType<SheetNote>().Where(n => n.Kind != SheetNoteKind.Case).Select(n => n.Kind));

    [Fact]
    public void Tables_keep_heads_spans_and_what_stands_in_their_cells()
    {
        var table = Assert.Single(Abroad.OfType<SheetTable>());
        Assert.Equal(("Prix", "Les prix selon l’âge", true), (table.Caption, table.Summary, table.HeaderColumn));
        Assert.True(table.Rows[0].Header);
        Assert.Equal((2, 0), (table.Rows[0].Cells[0].Columns, table.Rows[0].Cells[0].Rows));
        Assert.Equal(3, table.Rows[1].Cells[0].Rows);
        Assert.IsType<SheetList>(Assert.Single(table.Rows[1].Cells[1].Blocks));
    }

    [Fact]
    public void A_picture_is_told_in_words()
    {
        var figure = Assert.Single(Abroad.OfType<SheetFigure>());
        Assert.Equal(("Un panneau", "Le panneau", "DILA"), (figure.Alternative, figure.Caption, figure.Credit));
        Assert.Single(figure.Blocks);
    }

    [Fact]
    public void Offices_keep_what_kind_they_are()
    {
        var hall = Assert.Single(Abroad.OfType<SheetOffice>());
        Assert.Equal(("Mairie", SheetOffice.TownHall, "De votre domicile", "La source"), (hall.Title, hall.Pivot, hall.Detail, hall.Source));
        Assert.Equal("prefecture", Assert.Single(Every.Offices).Pivot);
    }

    [Fact]
    public void Services_keep_their_number_their_notice_and_their_annexes()
    {
        var service = Assert.Single(Abroad.OfType<SheetService>());
        Assert.Equal(("Demande", "Formulaire", "12100*02", "PDF, 1,2\u00a0Mo", "Ministère"), (service.Title, service.Kind, service.Cerfa, service.Detail, service.Source));
        Assert.Equal([("Annexe", "https://exemple.gouv.fr/a.pdf"), ("Notice de la demande", "https://exemple.gouv.fr/n.pdf")], service.Annexes.Select(a => (a.Title, a.Address!)));
    }

    [Fact]
    public void A_guided_search_is_a_tree_of_choices()
    {
        var problems = Every.Content.OfType<SheetChoices>().Single(c => !c.IsSituation);
        Assert.Equal(["Un problème", "Un autre problème"], problems.Choices.Select(c => c.Title));
        var branches = problems.Choices[0].Blocks.OfType<SheetChoices>().Single().Choices;
        Assert.Equal("F4", Assert.IsType<SheetLinks>(Assert.Single(branches[0].Blocks)).Links.Single().Sheet);
    }

    [Fact]
    public void The_lists_around_the_text_are_there()
    {
        Assert.Equal(["F7"], Every.Content.OfType<SheetLinks>().First(l => l.Title == "Pour un majeur").Links.Select(l => l.Sheet));
        Assert.Equal(("Code civil", "Article 1"), Every.References.Select(l => (l.Title, l.Detail)).Single());
        Assert.Equal(["En savoir plus", "www.justice.gouv.fr"], Every.More.Select(l => l.Title));
        Assert.Equal(["F8", "F9", "F10"], Every.Questions.Select(l => l.Sheet));
        Assert.Equal(["F11", "N5"], Every.SeeAlso.Select(l => l.Sheet));
        Assert.Equal([("R2", false), ("R3", true)], Every.Terms.Select(t => (t.Id, t.Short)));
        Assert.Contains(Every.Content.OfType<SheetLinks>().SelectMany(l => l.Links), l => l is { Title: "Un site", Detail: "Bien fait" });
    }

    [Fact]
    public void A_page_about_a_form_leads_to_the_form()
    {
        var converted = SheetConverter.OfXml(new MemoryStream(Encoding.UTF8.GetBytes(
            "<ServiceComplementaire ID=\"R1\" type=\"Téléservice\"><dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Le service</dc:title><LienWeb URL=\"https://exemple.gouv.fr/\"><Source>DILA</Source></LienWeb><FicheLiee ID=\"F1\"><Titre>La fiche</Titre></FicheLiee></ServiceComplementaire>")));
        Assert.Equal(("Le service", "https://exemple.gouv.fr/"), converted.Sheet.Services.Select(s => (s.Title, s.Address)).Single());
        Assert.Equal("F1", converted.Sheet.SeeAlso.Single().Sheet);
    }

    [Theory]
    [InlineData("<Autre ID=\"F1\"/>")]
    [InlineData("<Publication ID=\"../x\"/>")]
    [InlineData("<Publication>")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Publication ID=\"F1\">&e;</Publication>")]
    public void What_is_no_sheet_is_refused(string xml) =>
        Assert.Throws<FormatException>(() => SheetConverter.OfXml(new MemoryStream(Encoding.UTF8.GetBytes(xml))));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"children\":[{\"type\":\"element\"}]}")]
    [InlineData("nothing")]
    public void A_file_that_is_no_sheet_of_the_package_is_refused(string json) =>
        Assert.Throws<FormatException>(() => SheetConverter.OfJson(Encoding.UTF8.GetBytes(json)));

    private static SheetSection Chapter => (SheetSection)Every.Content.OfType<SheetChoices>().Single(c => c.IsSituation).Choices[0].Blocks.Single();

    private static ImmutableArray<SheetBlock> Abroad => Every.Content.OfType<SheetChoices>().Single(c => c.IsSituation).Choices[1].Blocks;

    private static string Words(SheetParagraph paragraph) => SheetWords.Of(paragraph.Text);

    private static ConvertedSheet Convert(string inside) =>
        SheetConverter.OfXml(new MemoryStream(Encoding.UTF8.GetBytes($"<Publication ID=\"F1\">{inside}</Publication>")));

    /// <summary>The same sheet as the npm package has it.</summary>
    private static byte[] PackageJson(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        return JsonSerializer.SerializeToUtf8Bytes(new { id = "F1", children = new[] { Node(root) } });

        static object Node(XNode node) => node is XText text
            ? new Dictionary<string, object> { ["type"] = "text", ["text"] = text.Value }
            : new Dictionary<string, object>
            {
                ["type"] = "element",
                ["name"] = (((XElement)node).Name.NamespaceName.Length > 0 ? "dc:" : "") + ((XElement)node).Name.LocalName,
                ["attributes"] = ((XElement)node).Attributes().Where(a => !a.IsNamespaceDeclaration).ToDictionary(a => a.Name.LocalName, a => (object)a.Value),
                ["children"] = ((XElement)node).Nodes().Where(n => n is not XText { Value: var t } || !string.IsNullOrWhiteSpace(t)).Select(Node).ToArray(),
            };
    }
}
