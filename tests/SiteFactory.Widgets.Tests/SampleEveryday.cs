using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Widgets.Tests;

/// <summary>Everyday services of a small town; every word that people write passes through a function.</summary>
internal static class SampleEveryday
{
    private static readonly DateStamp Day = new("2026-11-24", "24 novembre 2026", "mardi", "24", "nov.", "2026");

    public static WasteModel Waste(Func<string, string> say) => new(
        say("Sortez les bacs la veille."),
        [new(say("Rue de la Côte"), "centre", say("Centre")), new(say("Rue des Vignes"), "hameau", say("Hameau"))],
        [
            new("centre", say("Centre"), say("Trois rues."), "/collectes/centre.ics",
                [new("household", "Ordures ménagères", "Tous les mardis", "mardi 24 novembre", say("bac gris")), new("bulky", "Encombrants", "À des dates fixées", null, null)],
                [new(Day, "Mardi 24 novembre", [new("household", "Ordures ménagères"), new("recycling", "Emballages et papiers")], say("au lieu du lundi 23 novembre (jour férié)"))]),
            new("hameau", say("Hameau"), null, "/collectes/hameau.ics", [], []),
        ]);

    public static MenusModel Menus(Func<string, string> say) => new(SampleContext.Mairie with { Title = say("École de Vany") }, say("Les menus peuvent changer."),
    [
        new("Semaine du 23 au 27 novembre 2026", true,
        [
            new(Day, "Mardi 24 novembre", [new(say("Carottes râpées"), "Entrée", [new("vegetarian", "Végétarien"), new("local", "Local")], "moutarde"), new(say("Rôti"), null, [], null)], say("Repas de fête")),
            new(Day, "Mercredi 25 novembre", [], say("Pas de cantine")),
        ]),
        new("Semaine du 30 novembre au 4 décembre 2026", false, []),
    ]);

    public static WorksModel Works(Func<string, string> say) => new(
    [
        new("travaux-rue", say("Rue de la Côte"), "closed", "Route barrée", "Du lundi 16 novembre au vendredi 18 décembre 2026", true, say("Entre l’école et l’église"), say("de 8 h à 17 h"),
            say("par la rue de l’École"), say("Les riverains passent."), new(49.15, 6.25), say("Metz Métropole")),
        new("travaux-fibre", say("Pose de la fibre"), "alternate", "Circulation alternée", "Le lundi 11 janvier 2027", false, null, null, null, null, null, null),
    ], "/travaux.geojson");

    public static JobsModel Jobs(Func<string, string> say, ContactModel contact) => new(say("Mairie de Vany"), "https://www.vany.example/", contact,
    [
        new("agent", say("Agent technique (F/H)"), "CDD", "TEMPORARY", "Temps complet", say("Voirie"), say("Adjoint technique"), say("1 850 €"), Day, Day, Day, say("Trois jours par semaine."),
            new("/medias/fiche.pdf", "fiche.pdf", "PDF, 120 Ko"), say("mairie@vany.example"), "mailto:mairie@vany.example"),
        new("stage", say("Stage"), "Stage", null, null, null, null, null, Day, Day, null, null, null, say("Passez à la mairie."), null),
    ]);

    public static RoomsModel Rooms(Func<string, string> say, DirectoryCard entry) => new(say("Deux salles."),
    [
        new(entry, 120, 1800, 200, [say("Cuisine"), say("Sono")], [new(say("Habitants"), say("Week-end"), say("210 €")), new(say("Autres"), null, say("440 €"))], say("500 €"), say("La musique cesse à 2 h."),
            new("/medias/reglement.pdf", "reglement.pdf", "PDF, 80 Ko"), new("Réserver une salle", "https://services.example.org/reservation-salle/?commune=57694&salle=x", null, say("Mairie de Vany"), true, null)),
        new(entry with { Key = "autre" }, null, null, null, [], [], null, null, null, null),
    ]);
}
