using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>A citizen looks for a démarche, starts it and follows it, on a telephone, with and without JavaScript.</summary>
[Collection(BrowserTests.Name)]
public sealed class ServiceTests(Sites sites)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_home_page_to_the_portal_in_two_steps(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync("/");
        await visitor.Page.Locator(".band--services a", new() { HasText = "Signaler une anomalie" }).TapAsync();
        await Expect(visitor.Page).ToHaveURLAsync(sites.Url("/demarches/signaler-une-anomalie/"));
        var start = visitor.Page.Locator(".service-head__start a");
        await Expect(start).ToBeVisibleAsync();
        Assert.Equal("http://services.localhost:5080/signaler-une-anomalie/?commune=57017", await start.GetAttributeAsync("href"));
        await Expect(visitor.Page.GetByText("Traité par la mairie ou Metz Métropole, selon la demande").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_moment_of_life_opens_on_a_telephone(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        await visitor.GoAsync("/demarches/");
        var moment = visitor.Page.Locator("#moment-demenagement");
        var link = moment.Locator("a", new() { HasText = "Obtenir, changer ou réparer un bac" });
        await Expect(link).ToBeHiddenAsync();
        await moment.Locator("summary").TapAsync();
        await link.TapAsync();
        await Expect(visitor.Page).ToHaveURLAsync(sites.Url("/demarches/bacs/"));
    }

    [Fact]
    public async Task Words_narrow_the_list_accents_and_other_names_included()
    {
        await using var visitor = await ComeAsync(scripts: true);
        await visitor.GoAsync("/demarches/");
        await visitor.Page.GetByLabel("Que voulez-vous faire").FillAsync("CONTENEUR");
        await Expect(visitor.Page.Locator(".demarche:visible")).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator(".demarche:visible a").First).ToHaveTextAsync("Obtenir, changer ou réparer un bac");
        await Expect(visitor.Page.Locator(".group--moments")).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator(".sift__count")).ToHaveTextAsync("1 résultat");
        await visitor.Page.GetByLabel("Que voulez-vous faire").FillAsync("");
        await Expect(visitor.Page.Locator(".group--moments")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_the_list_is_whole_and_has_no_filter()
    {
        await using var visitor = await ComeAsync(scripts: false);
        await visitor.GoAsync("/demarches/");
        await Expect(visitor.Page.Locator("#filtre")).ToBeHiddenAsync();
        Assert.True(await visitor.Page.Locator(".demarche:visible").CountAsync() > 12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_goes_to_the_portal_and_the_policy_lets_it(bool scripts)
    {
        await using var visitor = await ComeAsync(scripts);
        string? sent = null;
        await visitor.Page.RouteAsync("http://services.localhost:5080/code/load", async route =>
        {
            sent = $"{route.Request.Method} {route.Request.PostData}";
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Votre demande</h1>" });
        });
        await visitor.GoAsync("/");
        await visitor.Page.GetByLabel("Votre code de suivi").FillAsync("FHKL2345");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Suivre", Exact = true }).TapAsync();
        await Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Votre demande");
        Assert.Equal("POST code=FHKL2345", sent);
    }

    [Fact]
    public async Task A_form_cannot_be_sent_anywhere_else()
    {
        await using var visitor = await ComeAsync(scripts: true);
        await visitor.GoAsync("/demarches/suivre/");
        var refused = visitor.Page.EvaluateAsync<string>("() => new Promise(done => addEventListener('securitypolicyviolation', e => done(e.effectiveDirective), { once: true }))");
        await visitor.Page.EvaluateAsync("() => { const form = document.querySelector('form.track__form'); form.action = 'http://ailleurs.localhost:1/'; form.elements[0].value = 'x'; form.requestSubmit(); }");
        Assert.Equal("form-action", await refused);
    }

    [Fact]
    public async Task A_service_has_its_own_icon_and_manifest()
    {
        await using var visitor = await ComeAsync(scripts: true);
        await visitor.GoAsync("/demarches/bacs/");
        var manifest = await visitor.Page.EvaluateAsync<System.Text.Json.JsonElement>("async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json()");
        Assert.Equal("/demarches/bacs/", manifest.GetProperty("start_url").GetString());
        var width = await visitor.Page.EvaluateAsync<int>("src => new Promise((done, fail) => { const i = new Image(); i.onload = () => done(i.naturalWidth); i.onerror = fail; i.src = src; })", manifest.GetProperty("icons")[0].GetProperty("src").GetString());
        Assert.Equal(512, width);
    }

    private Task<Visitor> ComeAsync(bool scripts)
    {
        var phone = Visitor.Phone();
        phone.JavaScriptEnabled = scripts;
        return Visitor.ComeAsync(sites, phone);
    }
}
