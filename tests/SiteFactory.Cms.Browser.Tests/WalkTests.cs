using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Library;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Each task of the home page, as the town hall's secretary does it: from sign-in to the live static page, on a desk and on a telephone.</summary>
public sealed class WalkTests(BackOffice office) : IClassFixture<BackOffice>
{
    private static readonly string[] Walked =
    [
        "Annoncer un événement", "Publier une actualité", "Mettre en ligne un compte rendu", "Fermer la mairie", "Alerter la population", "Modifier une page",
        EverydayWalkTests.Menus, EverydayWalkTests.Works,
    ];

    [Fact]
    public async Task Every_task_of_the_home_page_is_walked()
    {
        await using var walk = await Walk.StartAsync(office, phone: false);
        Assert.Equal(Walked, await walk.Page.Locator(".task strong").AllInnerTextsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_is_changed_and_the_site_shows_it(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[5]);
        await walk.Page.GetByRole(AriaRole.Link, new() { Name = "Le conseil municipal" }).First.ClickAsync();
        await walk.WriteAsync("Écrit " + walk.Device + ".");
        await walk.PublishAsync("la page est à jour sur le site");
        Assert.Equal("/vie-municipale/conseil/", await walk.FollowLiveAsync());
        await walk.SeesAsync("Écrit " + walk.Device + ".");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_comes_back_is_announced(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[0]);
        var title = phone ? "La chorale cherche des voix" : "L’atelier de couture du foyer";
        await walk.FillAsync("Titre", title);
        await walk.FillAsync("Date", "2026-12-02");
        await walk.FillAsync("Heure de début", "14:30");
        await walk.ChooseAsync("Cet événement se répète-t-il ?", "Chaque semaine");
        await walk.Page.GetByLabel("mercredi").CheckAsync();
        await walk.Page.GetByLabel("nombre de fois").FillAsync("3");
        await walk.Page.GetByRole(AriaRole.Radio, new() { Name = "Pendant" }).CheckAsync();
        await Assertions.Expect(walk.Page.Locator("[data-dates] ol li")).ToHaveTextAsync([
            "mercredi 2 décembre 2026 à 14 h 30", "mercredi 9 décembre 2026 à 14 h 30", "mercredi 16 décembre 2026 à 14 h 30",
        ]);
        await walk.WriteAsync("Apportez vos ciseaux.");
        await walk.PublishAsync("l’événement est dans l’agenda");
        await walk.FollowLiveAsync();
        await walk.SeesAsync(title);
        await walk.SeesAsync("Apportez vos ciseaux.");
        await walk.SeesAsync("mercredi 9 décembre");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task News_is_published_with_a_picture(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[1]);
        // Near titles on near days would be pointed out as one written twice.
        var title = phone ? "La fontaine coule de nouveau" : "Le lavoir est restauré";
        await walk.FillAsync("Titre", title);
        await walk.FillAsync("Résumé", "Deux ans de travaux.");
        await walk.WriteAsync("Venez le voir dimanche.");
        await walk.Page.GetByText("Image", new() { Exact = true }).First.ClickAsync();
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Choisir une image" }).ClickAsync();
        await walk.Page.GetByLabel("Envoyer une image de votre ordinateur").SetInputFilesAsync(new FilePayload { Name = $"Lavoir {phone}.png", MimeType = "image/png", Buffer = SampleFiles.Png(64, 48) });
        await walk.Page.GetByRole(AriaRole.Dialog).GetByLabel("Ce que l’image montre").FillAsync("Le lavoir et son toit neuf");
        await walk.Page.GetByRole(AriaRole.Button, new() { Name = "Insérer" }).ClickAsync();
        await walk.PublishAsync("l’actualité est dans « Actualités »");
        await walk.FollowLiveAsync();
        await walk.SeesAsync(title);
        await Assertions.Expect(walk.Page.GetByAltText("Le lavoir et son toit neuf").First).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await walk.Page.GetByAltText("Le lavoir et son toit neuf").First.EvaluateAsync<bool>("i => i.naturalWidth > 0"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Minutes_are_put_online(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[2]);
        var title = "Procès-verbal du 2 novembre 2026 " + walk.Device;
        await walk.FillAsync("Titre", title);
        await walk.FillAsync("Date de la séance", "2026-11-02");
        await walk.Page.GetByLabel("Envoyer un fichier de votre ordinateur").SetInputFilesAsync(new FilePayload { Name = $"PV {phone}.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await Assertions.Expect(walk.Page.GetByText("est reçu et choisi")).ToBeVisibleAsync();
        await walk.PublishAsync("le document est parmi les documents officiels");
        await walk.FollowLiveAsync();
        await walk.SeesAsync(title);
        var file = await walk.Page.Locator("main a[href$='.pdf']").First.GetAttributeAsync("href");
        Assert.Equal(200, await walk.Page.EvaluateAsync<int>("async file => (await fetch(file)).status", file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_town_hall_is_closed_for_a_day(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[3]);
        var reason = "Inventaire " + walk.Device;
        await walk.FillAsync("Premier jour de fermeture", phone ? "2026-12-10" : "2026-12-03");
        await walk.FillAsync("Raison, pour les habitants", reason);
        await walk.PressAsync("Afficher la fermeture");
        await walk.LiveAsync("Mairie de Vany");
        await walk.OpenLiveAsync("/annuaire/mairie/");
        await walk.SeesAsync(reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_population_is_warned(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Walked[4]);
        var message = "Inondation rue du Moulin, signalée " + walk.Device;
        await walk.FillAsync("Message", message);
        await walk.Page.GetByRole(AriaRole.Radio, new() { Name = "Danger" }).CheckAsync();
        await Assertions.Expect(walk.Page.Locator("[data-alert-preview]")).ToContainTextAsync(message);
        await walk.PublishAsync("l’alerte est en tête de toutes les pages");
        await walk.OpenLiveAsync("/vie-municipale/conseil/");
        await walk.SeesAsync(message);
    }
}
