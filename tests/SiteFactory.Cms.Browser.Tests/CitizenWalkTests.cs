using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Requests;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>A citizen and an agent, from the commune's static home page to the answer that the citizen reads; and the agents' screens with something on them.</summary>
public sealed class CitizenWalkTests(CitizenOffice office) : IClassFixture<CitizenOffice>
{
    private static readonly string Photo = Path.Combine(Repository.Root, "cms/SiteFactory.Content/Starter/Files/media/parc.jpg");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_goes_from_the_commune_s_home_page_to_the_agent_and_back(bool scripts)
    {
        var words = scripts ? "Une branche menace de tomber." : "Un banc est cassé devant l’école.";
        var citizen = await office.PhoneAsync(scripts);
        var code = await ReportAsync(citizen, words);
        await FollowAsync(citizen, code);
        await Expect(citizen.Locator("main")).ToContainTextAsync("suivie par la commune de Vany");

        await using (var agent = await Editor.ComeAsync(office, scripts: scripts))
        {
            await agent.GoAsync("/s/vany/");
            await agent.Page.GetByRole(AriaRole.Link, new() { Name = "Demandes", Exact = true }).ClickAsync();
            await agent.Page.Locator(".list tbody tr", new() { HasText = words }).Locator("a").ClickAsync();
            await Expect(agent.Page.Locator(".request-files img")).ToBeVisibleAsync();
            await agent.Page.FillAsync("#reponse", "Nous venons jeudi matin.");
            await agent.Page.SelectOptionAsync("#nouvel-etat", "InProgress");
            await agent.PressAsync("Reply");
            await Expect(agent.Page.Locator(".message-done").First).ToBeVisibleAsync();
            agent.AssertClean();
        }

        await FollowAsync(citizen, code);
        await Expect(citizen.Locator(".thread")).ToContainTextAsync("Nous venons jeudi matin.");
        await Expect(citizen.Locator(".status")).ToContainTextAsync("En cours");
        await Expect(citizen.Locator("main")).Not.ToContainTextAsync("camille");
        await citizen.Context.CloseAsync();
    }

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_agents_screens_and_those_of_demarches(bool phone, ColorScheme scheme)
    {
        var request = await SendAsync("signaler-une-anomalie", Answers.Empty.With("categorie", "arbres").With("arbres_type", "danger").With("description", "Une branche.").With("commune", "vany").With("lieu", "rue Haute").With("prenom", "Lou").With("nom", "Petit"));
        await SendAsync("consultation-mobilites", Answers.Empty.With("commune", "vany").With("modes", "marche", "bus").With("priorite", "soir").With("avis", "Un bus le dimanche."));
        await using var agent = await Editor.ComeAsync(office, phone, scheme: scheme);
        var faults = new List<string>();
        foreach (var path in (string[])
        [
            "/s/vany/demandes?etat=toutes", $"/s/vany/demandes/{request}", "/s/vany/demandes/statistiques", "/s/vany/demandes/repartition", "/s/vany/demandes/donnees-personnelles",
            "/s/metropole/demandes/consultations", "/s/metropole/demandes/consultations/consultation-mobilites",
            "/s/vany/demarches", "/s/vany/demarches/portail", "/s/vany/demarches/ajouter", "/s/vany/demarches/lien?genre=guichet", "/s/vany/demarches/lien/encombrants",
            "/s/vany/demarches/fiches", "/s/vany/demarches/encombrants/pages", "/territoire/demarches", "/territoire/demarches/fiches",
        ])
        {
            var answer = await agent.GoAsync(path);
            Assert.Equal(200, answer!.Status);
            var result = await agent.Page.RunAxe();
            faults.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id} ({v.Help}): {n.Html}")));
            if (await agent.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                faults.Add($"{path} is wider than the screen");
        }
        Assert.Empty(faults);
        agent.AssertClean();
    }

    [Fact]
    public async Task A_service_is_moved_with_its_buttons_and_the_site_shows_the_new_order()
    {
        await using var webmaster = await Editor.ComeAsync(office);
        await webmaster.GoAsync("/s/vany/demarches");
        await webmaster.Page.CheckAsync("input[name=All][value=false]");
        var first = webmaster.Page.Locator(".service").First;
        await Expect(first).ToContainTextAsync("Signaler une anomalie");
        await first.Locator("button[name=down]").ClickAsync();
        await Expect(webmaster.Page.Locator(".service").First).Not.ToContainTextAsync("Signaler une anomalie");
        await Expect(webmaster.Page.Locator("[data-moved]")).ToContainTextAsync("en position 2");
        await Expect(webmaster.Page.Locator("#ligne-signaler-une-anomalie button[name=down]")).ToBeFocusedAsync();
        await webmaster.Page.ClickAsync(".service-save button");
        await Expect(webmaster.Page.Locator(".message-done").First).ToBeVisibleAsync();
        await webmaster.GoAsync("/s/vany/demarches");
        await Expect(webmaster.Page.Locator(".service").Nth(1)).ToContainTextAsync("Signaler une anomalie");
        webmaster.AssertClean();
    }

    private async Task<string> ReportAsync(IPage page, string words)
    {
        await page.GotoAsync(office.SiteUrl("vany", "/"));
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Signaler une anomalie" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Territoire d’essai");
        await page.Locator(".service-head__start a").ClickAsync();
        Assert.StartsWith(office.PortalUrl("/"), page.Url, StringComparison.Ordinal);
        await page.Locator("label", new() { HasText = "Arbres et espaces verts" }).ClickAsync();
        await page.ClickAsync("text=Continuer");
        await page.CheckAsync("input[value=danger]");
        await page.FillAsync("[name=description]", words);
        await page.SetInputFilesAsync("[name=photos]", Photo);
        await page.ClickAsync("text=Continuer");
        // The site said for which commune.
        await Expect(page.Locator("[name=commune]")).ToHaveValueAsync("vany");
        await page.FillAsync("[name=lieu]", "Devant le 12 rue de l’Église");
        await page.ClickAsync("text=Continuer");
        await page.ClickAsync("text=Continuer");
        await page.ClickAsync("text=Envoyer ma demande");
        return (await page.Locator("[data-code]").TextContentAsync())!.Trim();
    }

    /// <summary>From the commune's home page, with the code alone.</summary>
    private async Task FollowAsync(IPage page, string code)
    {
        await page.GotoAsync(office.SiteUrl("vany", "/"));
        await page.FillAsync("#accueil-code", code);
        await page.PressAsync("#accueil-code", "Enter");
        await Expect(page.Locator(".status")).ToBeVisibleAsync();
        Assert.StartsWith(office.PortalUrl("/"), page.Url, StringComparison.Ordinal);
    }

    private Task<long> SendAsync(string slug, Answers answers) => office.Host.WithAsync(async services =>
    {
        var form = ((FormCatalog)services.GetService(typeof(FormCatalog))!).Find(slug)!;
        return (await ((Submission)services.GetService(typeof(Submission))!).SendAsync(form, answers, "web", CancellationToken.None)).Id;
    });
}
