using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>The pages of the service-public.fr sheets.</summary>
internal sealed partial class SampleModels
{
    private SheetsMain Sheets => new()
    {
        Title = _text("Fiches pratiques"),
        Breadcrumb = [new("Accueil", "/"), new("Démarches", "/demarches/")],
        Groups = [new(_text("Papiers – Citoyenneté"), [new(_text("Carte d’identité"), "/demarches/fiches/f1341-carte/", _text("Pour un majeur."), null), new(_text("Passeport"), "/demarches/fiches/f2-passeport/", null, null)])],
    };

    private SheetMain Sheet => new()
    {
        Title = _text("Carte d’identité"),
        Breadcrumb = [new("Accueil", "/"), new("Démarches", "/demarches/"), new("Fiches pratiques", "/demarches/fiches/")],
        Kind = _text("Fiche pratique"),
        Summary = _text("Pour demander une carte d’identité, il faut se rendre au guichet."),
        Body = Body("<div class=\"w-sheet\"><p>Les pièces à fournir.</p></div>"),
    };
}
