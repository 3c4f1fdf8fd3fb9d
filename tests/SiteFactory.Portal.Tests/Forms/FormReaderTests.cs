using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Tests.Forms;

/// <summary>Definitions are data: what is right is read, what is wrong is told with its line.</summary>
public sealed class FormReaderTests
{
    private const string Good = """
        slug: essai
        title: Essai
        summary: Un essai.
        category: dechets
        handler: metropole
        purpose: Essayer.
        legalBasis: intérêt public
        retention: 6
        steps:
          - title: Une
            fields:
              - { name: choix, type: choice, label: Choix, required: true, options: [{ value: a, label: A }, { value: b, label: B }] }
              - { name: suite, type: text, label: Suite, showIf: { field: choix, in: [a] } }
        """;

    [Fact]
    public void A_definition_is_read_whole()
    {
        var form = Read(Good).Form!;
        Assert.Equal(("essai", Handler.Metropole, 6), (form.Slug, form.Handler, form.RetentionMonths));
        Assert.Equal(["choix", "suite"], form.Fields.Select(f => f.Name));
        Assert.Equal("a", Assert.Single(Assert.Single(form.Field("suite")!.ShowIf!.Parts).In));
    }

    [Theory]
    [InlineData("type: choice", "type: choise", "ne peut pas valoir « choise »", 12)]
    [InlineData("retention: 6", "retention: six", "doit être un nombre entier", 8)]
    [InlineData("purpose: Essayer.", "porpose: Essayer.", "n’est pas une clé connue", 6)]
    [InlineData("{ field: choix, in: [a] }", "{ field: autre }", "dépend de « autre »", 1)]
    [InlineData("in: [a] }", "in: [z] }", "attend la réponse « z »", 1)]
    [InlineData("name: suite", "name: choix", "Deux champs portent le nom « choix »", 1)]
    [InlineData("slug: essai", "slug: Essai!", "ne peut contenir que des lettres minuscules", 1)]
    [InlineData("name: suite", "name: code", "Le nom de champ « code » ne convient pas", 1)]
    [InlineData("steps:", "dispatch: suite\nsteps:", "doit être le nom d’un champ du formulaire, du bon type", 1)]
    public void A_fault_is_told_in_french_with_its_line(string right, string wrong, string message, int line)
    {
        var reading = Read(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Form);
        Assert.Contains(reading.Faults, f => f.Message.Replace('\u00a0', ' ').Contains(message, StringComparison.Ordinal) && f.Line == line);
    }

    [Fact]
    public void A_text_that_is_no_yaml_is_told() =>
        Assert.Contains("YAML", Assert.Single(Read("a: [").Faults).Message, StringComparison.Ordinal);

    [Fact]
    public void The_services_of_the_territory_are_ready()
    {
        var catalog = FormCatalog.Load(null);
        Assert.Equal(
            ["signaler-une-anomalie", "encombrants", "bacs", "composteur", "consultation-mobilites", "reservation-salle", "contact"], catalog.Forms.Select(f => f.Slug));
        Assert.Equal(
            ["dechets", "proprete", "tags", "eclairage", "voirie", "signalisation", "feux", "mobilier", "stationnement", "eau", "assainissement", "arbres", "jeux", "batiments"],
            catalog.Find("signaler-une-anomalie")!.Field("categorie")!.Options.Select(o => o.Value));
        Assert.All(catalog.Forms, f => Assert.True(f.Purpose.Length > 0 && f.LegalBasis.Length > 0 && f.RetentionMonths > 0));
    }

    [Fact]
    public void A_territory_replaces_a_form_by_its_file_name()
    {
        var texts = FormCatalog.Own();
        texts["40-composteur.yaml"] = Good;
        var catalog = FormCatalog.Read(texts);
        Assert.Null(catalog.Find("composteur"));
        Assert.Equal("Essai", catalog.Find("essai")!.Title);
    }

    [Fact]
    public void Two_forms_at_one_address_are_refused()
    {
        var texts = FormCatalog.Own();
        texts["a.yaml"] = texts["b.yaml"] = Good;
        Assert.Contains("essai", Assert.Throws<FormFaultsException>(() => FormCatalog.Read(texts)).Message, StringComparison.Ordinal);
    }

    private static FormReading Read(string text) => FormReader.Read("essai.yaml", text);
}
