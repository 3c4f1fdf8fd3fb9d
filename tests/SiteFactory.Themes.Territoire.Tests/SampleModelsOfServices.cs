using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>The pages of démarches.</summary>
internal sealed partial class SampleModels
{
    public ServicesMain Services => new()
    {
        Title = "Démarches",
        Breadcrumb = [new("Accueil", "/")],
        LifeEvents = [new("Je déménage, j’emménage", null, [Bulky]) { Key = "moment-demenagement" }],
        Groups =
        [
            new(_text("Déchets et tri"), null, [Bulky]) { Key = "rubrique-dechets-et-tri" },
            new(_text("Vie locale"), null, [Room, Closed]) { Key = "rubrique-vie-locale" },
        ],
        Guides = [new(_text("Avec la mairie"), _text("L’accueil de la mairie répond à vos questions."), [Service("État civil", "Naissance, mariage, décès", "Mairie", "birth"), Service("Louer une salle", "Tarifs et réservation", "Mairie", "key")]) { Key = "guides" }],
        Tracking = Door,
        Portal = new(_text("Toutes les démarches de la métropole"), "https://services.example.org/", External: true),
    };

    public ServiceMain Demarche => new()
    {
        Title = _text("Faire enlever des encombrants"),
        Breadcrumb = [new("Accueil", "/"), new("Démarches", "/demarches/")],
        Service = Bulky,
        StartHost = "services.example.org",
        Identifier = _text("001742"),
        ForWhom = _text("Les habitants de la métropole"),
        Documents = [_text("L’adresse d’enlèvement"), _text("La liste des objets")],
        Cost = _text("Gratuit"),
        Delay = _text("Cinq jours ouvrés"),
        Office = Entries[0],
        Tracking = Door,
        Related = [Room],
    };

    public TrackingMain Tracking => new()
    {
        Title = "Suivre ma demande",
        Breadcrumb = [new("Accueil", "/"), new("Démarches", "/demarches/")],
        Doors = [Door, new("link", "https://autre.example.org/suivi/", "", _text("Le Ban-Saint-Martin"))],
        Contact = Contact,
    };

    public HomeScreenMain HomeScreen => new()
    {
        Title = "Vos démarches sur l’écran d’accueil",
        Breadcrumb = [new("Accueil", "/"), new("Démarches", "/demarches/")],
        SiteName = _text("Amanvillers"),
        Services = [Bulky],
    };

    private TrackingModel Door => new("post", "https://services.example.org/code/load", "code", _text("Metz Métropole"));

    private ServiceCard Bulky => new(_text("Faire enlever des encombrants"), "/demarches/encombrants/", _text("Vieux meubles, matelas, gros appareils."), _text("Metz Métropole"), false, "waste")
    {
        Key = "encombrants",
        HandlerKind = "territory",
        Access = "online",
        StartHref = "https://services.example.org/encombrants/?commune=57017",
        Keywords = _text("meuble matelas"),
    };

    private ServiceCard Room => new(_text("Réserver une salle communale"), "/demarches/reservation-salle/", null, _text("la mairie d’Amanvillers"), false, "key") { Key = "reservation-salle", HandlerKind = "commune", Access = "paper" };

    private ServiceCard Closed => new(_text("Emprunter du matériel"), "/demarches/pret-materiel/", null, _text("la mairie d’Amanvillers"), false, null) { Key = "pret-materiel", HandlerKind = "commune", Access = "closed" };
}
