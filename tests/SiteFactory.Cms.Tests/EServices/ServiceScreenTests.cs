using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.EServices;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Http;

namespace SiteFactory.Cms.Tests.EServices;

/// <summary>A town hall sets its démarches up, without a technical word, and the site follows.</summary>
public sealed class ServiceScreenTests(ServiceFixture fixture) : IClassFixture<ServiceFixture>, IAsyncLifetime
{
    private const string List = "/s/vany/demarches";
    private const string Common = ServiceFixture.Common;
    private const string Own = "demarches.vany.example";

    private readonly FakePortals _portals = fixture.Portals;
    private readonly CmsHost _host = fixture.Host;
    private Visitor _webmaster = null!;

    public async Task InitializeAsync()
    {
        await fixture.ResetAsync();
        _webmaster = await _host.SignedInAsync(fixture.NewName("webmestre"), null, ("vany", SiteRole.Webmaster));
    }

    public Task DisposeAsync()
    {
        _webmaster.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_list_shows_who_handles_each_and_what_is_ticked_is_on_the_site()
    {
        var page = await _webmaster.OpenAsync(List);
        Assert.Contains("la mairie ou Territoire d’essai", page.QuerySelector("#ligne-signaler")!.TextContent, StringComparison.Ordinal);
        await SeeAsync("demarches/index.html", "Demander un bac");
        await SaveAsync(List, "Save", ("All", "false"), ("Rows[2].Shown", "false"), ("Rows[1].Featured", "true"));
        var settings = (await SiteAsync()).EServices;
        Assert.Equal(["signaler", "encombrants"], settings.Chosen!.Value.AsEnumerable());
        Assert.Equal(["signaler", "encombrants"], settings.Featured.AsEnumerable());
        await _host.UntilAsync(() => !Live("demarches/index.html").Contains("Demander un bac", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_moves_without_a_script_and_nothing_is_saved_before_it_is_asked_for()
    {
        var page = await _webmaster.OpenAsync(List);
        using var moved = await _webmaster.SubmitAsync(page, List, "Move", ("down", "signaler"));
        var after = await ReadAsync(moved);
        Assert.Equal(["encombrants", "signaler", "bacs"], Keys(after));
        Assert.Null((await SiteAsync()).EServices.Chosen);
        using var saved = await _webmaster.SubmitAsync(after, List, "Save");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["encombrants", "signaler", "bacs"], (await SiteAsync()).EServices.Chosen!.Value.AsEnumerable());
    }

    [Fact]
    public async Task An_address_is_looked_at_and_what_is_there_is_said_in_plain_words()
    {
        _portals.Publik(Own, ("jardins", "Louer un jardin"), ("ecole", "Inscrire à l’école"));
        using var found = await _webmaster.SubmitAsync(List + "/portail", "Verify", ("Address", Own));
        Assert.Contains("il propose 2 démarches", await TextAsync(found), StringComparison.Ordinal);
        foreach (var (address, words) in ((string, string)[])[("https://192.168.1.1/", "réseau privé"), ("http://localhost:5432", "réseau privé"), ("rien.example.org", "Personne ne répond"), ("une phrase", "pas une adresse")])
        {
            using var refused = await _webmaster.SubmitAsync(List + "/portail", "Verify", ("Address", address));
            Assert.Contains(words, (await ReadAsync(refused)).QuerySelector("#Address-erreur")!.TextContent, StringComparison.Ordinal);
        }
        Assert.All(_portals.Asked, asked => Assert.False(asked.IsLocal));
    }

    [Fact]
    public async Task A_webmaster_adds_the_portal_of_the_commune_and_the_site_shows_it()
    {
        _portals.Publik(Own, ("jardins", "Louer un jardin"));
        await SaveAsync(List + "/portail", "Add", ("Model", "Own"), ("Address", Own), ("Label", "Mairie de Vany"));
        var settings = (await SiteAsync()).EServices;
        Assert.Equal((EServiceModel.Own, "vany"), (settings.Model, settings.Portal));
        var portals = (await TerritoryAsync()).Portals;
        Assert.Equal(["metropole", "voisin", "vany"], portals.Select(p => p.Key));
        Assert.False(portals[^1].IsLocal);
        await SeeAsync("demarches/index.html", "Louer un jardin");
        await SeeAsync("demarches/index.html", "Signaler une anomalie");
        using var twice = await _webmaster.SubmitAsync(List + "/portail", "Add", ("Model", "Hybrid"), ("Address", $"https://{Own}/"), ("Label", "Encore"));
        Assert.Equal(3, (await TerritoryAsync()).Portals.Length);
    }

    [Fact]
    public async Task Closed_and_vanished_services_and_silent_portals_are_on_the_health_page_with_their_cure()
    {
        _portals.Publik(Common, ("signaler", "Signaler une anomalie"), ("-encombrants", "Faire enlever des encombrants"));
        await AskAsync();
        _portals.TakeAway(Common);
        await AskAsync();
        var health = (await _webmaster.OpenAsync("/s/vany/sante")).QuerySelector("main")!.TextContent;
        Assert.Contains("« Faire enlever des encombrants » est fermée", health.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("« Demander un bac » a disparu", health.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Le portail ne répond pas", health, StringComparison.Ordinal);
        var list = await _webmaster.OpenAsync(List);
        Assert.Contains("dernière liste connue", list.QuerySelector(".service-portals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fermée", list.QuerySelector("#ligne-encombrants .state")!.TextContent);
        await SeeAsync("demarches/index.html", "Signaler une anomalie");
    }

    [Fact]
    public async Task A_portal_that_never_answered_is_asked_again_within_a_minute()
    {
        await _host.InDatabaseAsync(d => d.Catalogues.ExecuteDeleteAsync());
        _portals.TakeAway(Common);
        await AskAsync();
        _portals.Publik(Common, ("signaler", "Signaler une anomalie"));
        _host.Clock.Advance(Duration.FromMinutes(1));
        await _host.Application.Services.GetRequiredService<CatalogueRefresh>().RunAsync(Duration.FromMinutes(30), null, CancellationToken.None);
        Assert.Null(await _host.InDatabaseAsync(d => d.Catalogues.Where(c => c.Portal == "metropole").Select(c => c.Problem).SingleAsync()));
    }

    [Fact]
    public async Task A_payment_is_added_from_a_copied_address_changed_and_removed()
    {
        using var wrong = await _webmaster.SubmitAsync(List + "/lien?genre=paiement", "", ("Form.Target", "12"));
        Assert.Contains("six chiffres", (await ReadAsync(wrong)).QuerySelector("#Form_Target-erreur")!.TextContent, StringComparison.Ordinal);
        await SaveAsync(List + "/lien?genre=paiement", "", ("Form.Target", "https://www.payfip.gouv.fr/tpa/accueilportail.web?numcli=001742&x=1"));
        var entry = Assert.Single((await SiteAsync()).EServices.Services);
        Assert.Equal((EServiceKind.PayFip, "001742", "payer-mes-factures-en-ligne"), (entry.Kind, entry.Id, entry.Key));
        await SeeAsync("demarches/payer-mes-factures-en-ligne/index.html", "numcli=001742");
        await SaveAsync(List + "/lien/payer-mes-factures-en-ligne", "", ("Form.Title", "Payer la cantine"));
        Assert.Equal(("payer-mes-factures-en-ligne", "Payer la cantine"), ((await SiteAsync()).EServices.Services[0].Key, (await SiteAsync()).EServices.Services[0].Title));
        await SaveAsync(List + "/lien/payer-mes-factures-en-ligne", "Remove");
        Assert.Empty((await SiteAsync()).EServices.Services);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_told_at_once_and_on_the_health_page()
    {
        _portals.Broken["https://agenda.example.org/vany"] = LinkProblem.NotFound;
        await SaveAsync(List + "/lien?genre=rendez-vous", "", ("Form.Target", "agenda.example.org/vany"));
        Assert.Contains("n’existe pas", (await _webmaster.OpenAsync(List)).QuerySelector(".message-warning")!.TextContent, StringComparison.Ordinal);
        var health = await _webmaster.OpenAsync("/s/vany/sante");
        Assert.NotNull(health.QuerySelector("a[href='/s/vany/demarches/lien/prendre-rendez-vous-en-mairie']"));
        _portals.Broken.Clear();
        await _host.Application.Services.GetRequiredService<LinkCheck>().RunAsync(Duration.Zero, CancellationToken.None);
        Assert.Null((await _webmaster.OpenAsync("/s/vany/sante")).QuerySelector("a[href='/s/vany/demarches/lien/prendre-rendez-vous-en-mairie']"));
    }

    [Fact]
    public async Task The_sites_words_about_a_portals_service_are_shown_and_taken_back()
    {
        await SaveAsync(List + "/lien/bacs", "", ("Form.Summary", "Pour trier à Vany."), ("Form.Documents", "Une facture\nUn justificatif"));
        await SeeAsync("demarches/bacs/index.html", "Pour trier à Vany.");
        await SaveAsync(List + "/lien/bacs", "Remove");
        await _host.UntilAsync(() => !Live("demarches/bacs/index.html").Contains("Pour trier à Vany.", StringComparison.Ordinal));
        using var unknown = await _webmaster.GetAsync(List + "/lien/nulle-part");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Sheets_are_found_by_their_title_and_chosen()
    {
        var found = await _webmaster.OpenAsync(List + "/fiches?q=IDENTITE");
        Assert.Single(found.QuerySelectorAll(".sheet"));
        // A site that follows the territory's list ticks nothing, and sees all the same what is there.
        Assert.Equal(["Carte d’identité d’un majeur", "Sur votre site"], found.QuerySelectorAll(".sheet-kept li > span").Select(e => e.TextContent));
        await SeeAsync("demarches/fiches/index.html", "Carte d’identité");
        // What the search does not show stays ticked.
        var form = (await _webmaster.OpenAsync(List + "/fiches?q=grise")).QuerySelectorAll<IHtmlFormElement>("main form").First(f => f.Method == "post");
        Assert.Equal("F1341", form.QuerySelector<IHtmlInputElement>("input[type=hidden][name=Chosen]")!.Value);
        form.QuerySelector<IHtmlInputElement>(".sheet input")!.IsChecked = true;
        using var body = new FormUrlEncodedContent(form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Type is not ("radio" or "checkbox") || i.IsChecked).Select(i => KeyValuePair.Create(i.Name!, i.Value)).Where(p => p.Key != "Own").Append(new("Own", "true")));
        using var saved = await _webmaster.Client.PostAsync(new Uri(List + "/fiches", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["F1341", "F1050"], (await SiteAsync()).EServices.Sheets!.Value.AsEnumerable());
        await SeeAsync("demarches/fiches/index.html", "Carte grise");
    }

    [Fact]
    public async Task A_sheet_that_the_territory_does_not_keep_is_found_and_on_the_site_with_one_click()
    {
        var path = List + "/fiches?q=livret";
        var page = await _webmaster.OpenAsync(path);
        Assert.Equal("Livret de famille", page.QuerySelector(".sheet-shelf li > span")!.TextContent.Trim());
        using var added = await _webmaster.SubmitAsync(page, path, "Add", ("id", "F2"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        // The territory's sheets stay with the site that had them.
        Assert.Equal(["F1341", "F2"], (await SiteAsync()).EServices.Sheets!.Value.AsEnumerable());
        await SeeAsync("demarches/fiches/f2-livret-de-famille/index.html", "Livret de famille");
        Assert.Empty((await _webmaster.OpenAsync(path)).QuerySelectorAll(".sheet-shelf li"));
        using var none = await _webmaster.SubmitAsync(page, path, "Add", ("id", "F99"));
        Assert.Contains("n’a pas pu être lue", await TextAsync(none), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_sheets_that_does_not_answer_is_told_and_leaves_nothing_behind()
    {
        var data = Directory.CreateTempSubdirectory("sf-fiches-").FullName;
        try
        {
            // Nobody listens on the first port.
            var shelf = new SheetShelf(Options.Create(new CmsOptions { Sheets = "https://127.0.0.1:1/vosdroits.zip", Data = data }), _host.Clock, _host.Application.Lifetime, NullLogger<SheetShelf>.Instance);
            Assert.Equal(ShelfState.Unreachable, (await shelf.ListAsync(CancellationToken.None)).State);
            Assert.Null(await shelf.TakeAsync("F2", CancellationToken.None));
            Assert.Empty(Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_service_is_put_on_a_page_and_the_page_is_live_with_it()
    {
        var path = List + "/signaler/pages";
        await SaveAsync(path, "Publish", ("Target", SampleTerritory.VanyPage.ToString()));
        await SeeAsync("vie-municipale/conseil/index.html", "Signaler une anomalie");
        var after = await _webmaster.OpenAsync(path);
        Assert.Equal("Le conseil municipal", after.QuerySelector(".items a")!.TextContent);
        Assert.DoesNotContain(after.QuerySelectorAll<IHtmlOptionElement>("#Target option"), o => o.Value == SampleTerritory.VanyPage.ToString());
    }

    [Fact]
    public async Task Only_who_runs_the_site_changes_its_services()
    {
        using var contributor = await _host.SignedInAsync(fixture.NewName("camille"), null, ("vany", SiteRole.Contributor));
        var page = await contributor.OpenAsync(List);
        Assert.Empty(page.QuerySelectorAll(".service-save"));
        using var list = await contributor.GetAsync(List + "/portail");
        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
    }

    [Fact]
    public async Task Communication_says_what_is_shared_and_drops_a_portal_that_nobody_uses()
    {
        using var communication = await _host.SignedInAsync(fixture.NewName("communication"), TerritoryRole.Communication);
        var page = await communication.OpenAsync("/territoire/demarches");
        using var saved = await communication.SubmitAsync(page, "/territoire/demarches", "Save", ("Shared", "bacs"), ("Featured", "encombrants"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var territory = await TerritoryAsync();
        Assert.Equal(["bacs"], territory.EServices.Shared.AsEnumerable());
        Assert.Equal(["encombrants"], territory.EServices.Featured.AsEnumerable());
        var kept = "metropole/pages/index.md";
        await fixture.WriteLiveAsync(kept, text => text + "\n::: e-service {service=bacs portal=voisin}\n:::\n");
        using var refused = await communication.SubmitAsync("/territoire/demarches", "Remove", ("portal", "voisin"));
        Assert.Contains("sert encore", await TextAsync(refused), StringComparison.Ordinal);
        await fixture.WriteLiveAsync(kept, text => text.Replace(" portal=voisin", "", StringComparison.Ordinal));
        using var removed = await communication.SubmitAsync("/territoire/demarches", "Remove", ("portal", "voisin"));
        Assert.Equal(["metropole"], (await TerritoryAsync()).Portals.Select(p => p.Key));
        // The territory's own portal cannot go.
        Assert.Empty((await communication.OpenAsync("/territoire/demarches")).QuerySelectorAll("button[name=portal]"));
    }

    [Fact]
    public async Task Communication_declares_a_link_of_all_communes_changes_it_and_takes_it_away()
    {
        using var communication = await _host.SignedInAsync(fixture.NewName("liens"), TerritoryRole.Communication);
        const string Form = "/territoire/demarches/lien";
        using var wrong = await communication.SubmitAsync(Form + "?genre=lien", "", ("Form.Target", "ceci"), ("Form.Title", "Acheter un titre de transport"));
        Assert.Contains("adresse de site", (await ReadAsync(wrong)).QuerySelector("#Form_Target-erreur")!.TextContent, StringComparison.Ordinal);
        using var added = await communication.SubmitAsync(Form + "?genre=lien", "", ("Form.Target", "bus.example.org/titres"), ("Form.Title", "Acheter un titre de transport"), ("Form.Owner", "l’Agence de mobilité"));
        Assert.Equal("/territoire/demarches#ligne-acheter-un-titre-de-transport", added.Headers.Location!.ToString());
        await SeeAsync("demarches/acheter-un-titre-de-transport/index.html", "l’Agence de mobilité");
        // A commune adds its own words to it.
        await SaveAsync(List + "/lien/acheter-un-titre-de-transport", "", ("Form.Summary", "Aussi en vente à la mairie."));
        await SeeAsync("demarches/acheter-un-titre-de-transport/index.html", "Aussi en vente à la mairie.");
        using var changed = await communication.SubmitAsync(Form + "/acheter-un-titre-de-transport", "", ("Form.Title", "Prendre un abonnement"), ("Form.HandledBy", "Commune"), ("Form.Owner", ""));
        var entry = Assert.Single((await TerritoryAsync()).EServices.Services);
        Assert.Equal(("acheter-un-titre-de-transport", "Prendre un abonnement", EServiceHandler.Commune, "https://bus.example.org/titres"), (entry.Key, entry.Title, entry.HandledBy, entry.Url));
        using var invented = await communication.SubmitAsync(Form + "/acheter-un-titre-de-transport", "", ("Form.Office", "vany/nulle-part"));
        Assert.Equal(HttpStatusCode.OK, invented.StatusCode);
        await SaveAsync(List, "Save", ("All", "false"));
        Assert.Contains("Vany", (await communication.OpenAsync(Form + "/acheter-un-titre-de-transport")).QuerySelector(".other-actions")!.TextContent, StringComparison.Ordinal);
        using var removed = await communication.SubmitAsync(Form + "/acheter-un-titre-de-transport", "Remove");
        Assert.Empty((await TerritoryAsync()).EServices.Services);
        Assert.Equal(["link-added", "link-saved", "link-removed"], await _host.InDatabaseAsync(d => d.Audit.Where(a => a.SiteKey == null && a.Action.StartsWith("link-")).OrderByDescending(a => a.Id).Take(3).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_territorys_words_about_a_portals_service_are_on_every_site()
    {
        using var communication = await _host.SignedInAsync(fixture.NewName("mots"), TerritoryRole.Communication);
        using var saved = await communication.SubmitAsync("/territoire/demarches/lien/bacs", "", ("Form.Delay", "Dix jours ouvrés"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await SeeAsync("demarches/bacs/index.html", "Dix jours ouvrés");
        using var removed = await communication.SubmitAsync("/territoire/demarches/lien/bacs", "Remove");
        await _host.UntilAsync(() => !Live("demarches/bacs/index.html").Contains("Dix jours ouvrés", StringComparison.Ordinal));
    }

    private Task AskAsync() => fixture.AskAsync();

    private async Task SaveAsync(string path, string handler, params (string Name, string Value)[] fields)
    {
        using var response = await _webmaster.SubmitAsync(path, handler, fields);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, response.StatusCode == HttpStatusCode.OK ? (await ReadAsync(response)).QuerySelector(".message-error, .field-error")?.TextContent ?? "no error is shown" : response.StatusCode.ToString());
    }

    private Task SeeAsync(string page, string words) => _host.UntilAsync(() => Live(page).Contains(words, StringComparison.Ordinal), $"{words} in {page}");

    private string Live(string page) => Path.Combine(_host.Output, "www.vany.example", page) is var path && File.Exists(path) ? File.ReadAllText(path) : "";

    private static IEnumerable<string?> Keys(IHtmlDocument page) => page.QuerySelectorAll<IHtmlInputElement>("input[name$='.Key']").Select(i => (string?)i.Value);

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private static async Task<string> TextAsync(HttpResponseMessage response) => (await ReadAsync(response)).QuerySelector("main")!.TextContent;

    private async Task<Site> SiteAsync() => FormatText.ReadSite("vany", await _host.InDatabaseAsync(d => d.Sites.Where(s => s.Key == "vany").Select(s => s.Text).SingleAsync())).Value!;

    private async Task<Territory> TerritoryAsync() => FormatText.ReadTerritory(await _host.InDatabaseAsync(d => d.Territories.Select(t => t.Text).SingleAsync())).Value!;
}
