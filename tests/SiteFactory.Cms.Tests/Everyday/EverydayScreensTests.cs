using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Cms.Tests.Library;

namespace SiteFactory.Cms.Tests.Everyday;

/// <summary>Screens of everyday services: what they write, what they refuse, what two people do to each other.</summary>
public sealed class EverydayScreensTests : IAsyncLifetime
{
    private CmsHost _host = null!;
    private Visitor _webmaster = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync(SampleTerritory.Text + SampleTerritory.Everyday);
        _webmaster = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _webmaster.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_week_of_menus_is_written_as_the_format_writes_it_and_the_public_is_told()
    {
        using var saved = await _webmaster.SubmitAsync("/s/vany/cantine?semaine=2026-11-23", "Save",
            ("Week.Days[0].Cells[0]", "Carottes râpées (bio, local)\nSoupe"), ("Week.Days[0].Cells[1]", "Lasagnes (végétarien ; gluten, œufs)"), ("Week.Days[2].Note", "Sortie scolaire"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("""
            note: Un repas sans viande est toujours proposé.
            days:
              - date: 2026-11-23
                dishes:
                  - { name: Carottes râpées, course: starter, organic: true, local: true }
                  - { name: Soupe, course: starter }
                  - { name: Lasagnes, course: main, vegetarian: true, allergens: [gluten, eggs] }
              - date: 2026-11-24
                dishes:
                  - { name: Potage, course: starter, organic: true, allergens: [milk] }
                  - { name: Gratin, course: main }
              - date: 2026-11-25
                note: Sortie scolaire

            """, await TextAsync("menus.yaml"));
        Assert.Equal("vany/menus.yaml", await _host.InDatabaseAsync(d => d.Outbox.OrderByDescending(o => o.Id).Select(o => o.Paths).FirstAsync()));
        Assert.Equal("menus-saved", await _host.InDatabaseAsync(d => d.Audit.OrderByDescending(a => a.Id).Select(a => a.Action).FirstAsync()));
    }

    [Fact]
    public async Task The_week_before_and_a_pasted_table_fill_the_grid_without_saving()
    {
        const string Address = "/s/vany/cantine?semaine=2026-11-30";
        var copied = await PageAsync(await _webmaster.SubmitAsync(Address, "Copy", ("Week.Days[0].Cells[1]", "Rôti")));
        Assert.Equal("Potage (bio, lait)", Area(copied, "Week_Days_1__Cells_0_"));
        Assert.Equal("Rôti", Area(copied, "Week_Days_0__Cells_1_"));
        var pasted = await PageAsync(await _webmaster.SubmitAsync(Address, "Paste", ("Pasted", "\tLundi\tMardi\nEntrée\tRadis\tTaboulé\nPlat du jour\tPoulet / Purée\tPoisson")));
        Assert.Equal("Taboulé", Area(pasted, "Week_Days_1__Cells_0_"));
        Assert.Equal("Poulet\nPurée", Area(pasted, "Week_Days_0__Cells_1_"));
        var listed = await PageAsync(await _webmaster.SubmitAsync(Address, "Paste", ("Pasted", "Jeudi 3 décembre\n- Salade\n- Colin\nDessert : Poire")));
        Assert.Equal("Colin", Area(listed, "Week_Days_3__Cells_1_"));
        Assert.Equal("Poire", Area(listed, "Week_Days_3__Cells_4_"));
        Assert.DoesNotContain("Radis", await TextAsync("menus.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_in_one_week_neither_text_is_lost()
    {
        using var second = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        const string Address = "/s/vany/cantine?semaine=2026-11-23";
        var open = await second.OpenAsync(Address);
        using var first = await _webmaster.SubmitAsync(Address, "Save", ("Week.Days[0].Cells[1]", "Rôti"));
        var refused = await PageAsync(await second.SubmitAsync(open, Address, "Save", ("Week.Days[0].Cells[1]", "Poisson")));
        Assert.Contains("Rôti", refused.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Poisson", Area(refused, "Week_Days_0__Cells_1_"));
        Assert.Contains("Rôti", await TextAsync("menus.yaml"), StringComparison.Ordinal);
        using var kept = await second.SubmitAsync(refused, Address, "KeepMine");
        Assert.Contains("Poisson", await TextAsync("menus.yaml"), StringComparison.Ordinal);
        var history = await second.OpenAsync("/s/vany/historique/cantine");
        using var back = await second.SubmitAsync(history, "/s/vany/historique/cantine", "Restore");
        Assert.Contains("Rôti", await TextAsync("menus.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_are_refused_with_the_reasons_beside_their_fields_and_written_when_they_are_right()
    {
        const string Address = "/s/vany/travaux/fiche";
        var refused = await PageAsync(await _webmaster.SubmitAsync(Address, "Save", ("Title", ""), ("From", "2026-12-10"), ("Until", "2026-12-01"), ("Latitude", "cent"), ("Place", "Rue de la Côte"), ("Line", "49.1 ; 6.2\nici")));
        Assert.All((string[])["Title", "Until", "Latitude", "Line"], f => Assert.NotNull(refused.QuerySelector($"#{f}-erreur")));
        Assert.Equal("Rue de la Côte", refused.QuerySelector<IHtmlInputElement>("#Place")!.Value);
        using var saved = await _webmaster.SubmitAsync(refused, Address, "Save", ("Title", "Gaz"), ("Kind", "Alternate"), ("Until", "2026-12-12"), ("Latitude", "49,15"), ("Longitude", "6.2"), ("Line", ""), ("Text", "Deux jours\nde bruit"));
        Assert.EndsWith("""
            - title: Gaz
              kind: alternate
              from: 2026-12-10
              until: 2026-12-12
              place: Rue de la Côte
              text: Deux jours de bruit
              geo: [49.15, 6.2]

            """, await TextAsync("works.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_change_two_works_and_both_changes_stay_but_on_one_the_second_is_told()
    {
        using var second = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        var mine = await second.OpenAsync("/s/vany/travaux/fiche/1");
        using var other = await _webmaster.SubmitAsync("/s/vany/travaux/fiche/2", "Save", ("Place", "Tout le village"));
        using var saved = await second.SubmitAsync(mine, "/s/vany/travaux/fiche/1", "Save", ("Detour", "par le pont"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var text = await TextAsync("works.yaml");
        Assert.Contains("Tout le village", text, StringComparison.Ordinal);
        Assert.Contains("par le pont", text, StringComparison.Ordinal);
        // The page that was opened before both.
        var late = await PageAsync(await second.SubmitAsync(mine, "/s/vany/travaux/fiche/1", "Save", ("Detour", "par le bois")));
        Assert.Contains("par le pont", late.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("par le bois", late.QuerySelector<IHtmlInputElement>("#Detour")!.Value);
        using var kept = await second.SubmitAsync(late, "/s/vany/travaux/fiche/1", "KeepMine");
        text = await TextAsync("works.yaml");
        Assert.Contains("par le bois", text, StringComparison.Ordinal);
        Assert.DoesNotContain("par le pont", text, StringComparison.Ordinal);
        using var removed = await second.SubmitAsync("/s/vany/travaux/fiche/1", "Remove");
        Assert.DoesNotContain("Rue barrée", await TextAsync("works.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_offer_names_a_document_of_the_library_or_none()
    {
        var refused = await PageAsync(await _webmaster.SubmitAsync("/s/vany/emploi/fiche/1", "Save", ("File", "media/inconnu.pdf"), ("Apply", "javascript:alert(1)"), ("Deadline", "")));
        Assert.All((string[])["File", "Apply", "Deadline"], f => Assert.NotNull(refused.QuerySelector($"#{f}-erreur")));
        using var saved = await _webmaster.SubmitAsync("/s/vany/emploi/fiche/1", "Save", ("Apply", "mairie@vany.example"), ("Time", "Part"));
        Assert.Equal("""
            - title: Jardinier
              contract: seasonal
              time: part
              postedAt: 2026-11-02
              deadline: 2026-12-31
              apply: "mairie@vany.example"

            """, await TextAsync("jobs.yaml"));
    }

    [Fact]
    public async Task A_room_is_an_entry_of_the_directory_and_stands_once()
    {
        var refused = await PageAsync(await _webmaster.SubmitAsync("/s/vany/salles/fiche", "Save", ("Entry", "salle"), ("Seated", "beaucoup"), ("Prices[0].Price", "10 €")));
        Assert.All((string[])["Entry-erreur", "Seated-erreur", "Prices_0__erreur"], id => Assert.NotNull(refused.GetElementById(id)));
        using var saved = await _webmaster.SubmitAsync("/s/vany/salles/fiche/1", "Save", ("Equipment", "Cuisine\n\nSono"), ("Prices[1].Label", "Autres"), ("Prices[1].When", "Week-end"), ("Prices[1].Price", "440 €"));
        Assert.Equal("""
            rooms:
              - entry: salle
                seated: 80
                equipment: [Cuisine, Sono]
                prices:
                  - { label: Habitants, price: "210 €" }
                  - { label: Autres, when: Week-end, price: "440 €" }

            """, await TextAsync("rooms.yaml"));
    }

    [Fact]
    public async Task A_sector_shows_its_next_ten_dates_and_takes_a_pasted_list_of_streets()
    {
        const string Address = "/s/vany/collectes/fiche/1";
        var form = await PageAsync(await _webmaster.SubmitAsync(Address, "AddRound"));
        var shown = await PageAsync(await _webmaster.SubmitAsync(form, Address, "Preview", ("Rounds[1].Waste", "Glass"), ("Rounds[1].Rhythm", "Monthly"), ("Rounds[1].Days", "Monday"), ("Rounds[1].Monthly", "First")));
        Assert.Equal(10, shown.QuerySelectorAll("[data-next-dates] li").Length);
        Assert.Contains("lundi 7 décembre 2026 Verre", shown.QuerySelector("[data-next-dates]")!.TextContent, StringComparison.Ordinal);
        using var saved = await _webmaster.SubmitAsync(shown, Address, "Save", ("Rounds[0].Rhythm", "OddWeeks"), ("Rounds[1].Days", "Monday"), ("Rounds[1].Monthly", "First"), ("Streets", "- Rue Principale\n• Rue du Moulin\tRue Haute"));
        Assert.Equal("""
            sectors:
              - key: village
                name: Le village
                streets: [Rue Principale, Rue du Moulin, Rue Haute]
                rounds:
                  - { waste: household, days: [Tu], weeks: odd }
                  - { waste: glass, days: [Mo], monthly: [1] }

            """, await TextAsync("collections.yaml"));
        using var moved = await _webmaster.SubmitAsync("/s/vany/collectes", "AddChange", ("Change.Date", "2026-12-08"), ("Change.To", "2026-12-09"), ("Change.Sector", "village"), ("Change.Note", "Grève"));
        Assert.EndsWith("changes:\n  - { date: 2026-12-08, to: 2026-12-09, sector: village, note: Grève }\n", await TextAsync("collections.yaml"), StringComparison.Ordinal);
        var far = await PageAsync(await _webmaster.SubmitAsync("/s/vany/collectes", "AddChange", ("Change.Date", "2026-12-08"), ("Change.To", "2027-03-09")));
        Assert.NotNull(far.QuerySelector("#Change_To-erreur"));
    }

    [Fact]
    public async Task A_job_offer_takes_its_document_with_the_form()
    {
        const string Address = "/s/vany/emploi/fiche";
        var page = await _webmaster.OpenAsync(Address);
        async Task<HttpResponseMessage> SendAsync(byte[] file)
        {
            using var body = new MultipartFormDataContent();
            foreach (var input in page.QuerySelectorAll<IHtmlInputElement>("#formulaire input[name]").Where(i => i.Type is not ("file" or "radio" or "checkbox") && i.Name != "Title"))
                body.Add(new StringContent(input.Value), input.Name!);
            body.Add(new StringContent("Agent d’entretien"), "Title");
            body.Add(new StringContent("OpenEnded"), "Contract");
            body.Add(new StringContent(""), "File");
            body.Add(new ByteArrayContent(file), "Upload", "Profil du poste.pdf");
            return await _webmaster.Client.PostAsync(new Uri(Address + "?handler=Save", UriKind.Relative), body);
        }

        var refused = await PageAsync(await SendAsync("rien"u8.ToArray()));
        Assert.NotNull(refused.QuerySelector("#File-erreur"));
        using var saved = await SendAsync(SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("file: media/profil-du-poste.pdf", await TextAsync("jobs.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/s/vany/cantine", "Save")]
    [InlineData("/s/vany/collectes", "AddChange")]
    [InlineData("/s/vany/salles", "Note")]
    [InlineData("/s/vany/travaux/fiche/1", "Remove")]
    public async Task A_reader_looks_and_changes_nothing(string path, string handler)
    {
        using var visitor = await _host.SignedInAsync("claude", null, ("vany", SiteRole.Reader));
        var list = await visitor.OpenAsync(path.Replace("/fiche/1", "", StringComparison.Ordinal));
        Assert.Null(list.QuerySelector("main button[formaction*='handler=']"));
        var before = await TextAsync("works.yaml");
        using var body = new FormUrlEncodedContent([]);
        using var refused = await visitor.Client.PostAsync(new Uri($"{path}?handler={handler}", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(before, await TextAsync("works.yaml"));
    }

    [Fact]
    public async Task What_a_contributor_saves_waits_for_a_webmaster_and_the_public_sees_it_once_published()
    {
        using var contributor = await _host.SignedInAsync("claude", null, ("vany", SiteRole.Contributor));
        var (works, menus, outbox) = (await TextAsync("works.yaml"), await TextAsync("menus.yaml"), await OutboxAsync());
        using var told = await contributor.SubmitAsync("/s/vany/travaux/fiche", "Save", ("Title", "Rue du Fort barrée"), ("From", "2026-12-01"));
        using var week = await contributor.SubmitAsync("/s/vany/cantine?semaine=2026-11-30", "Save", ("Week.Days[0].Cells[1]", "Lasagnes"));
        Assert.Equal((works, menus, outbox), (await TextAsync("works.yaml"), await TextAsync("menus.yaml"), await OutboxAsync()));
        Assert.Contains("Vos propositions", (await contributor.OpenAsync("/s/vany/travaux")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // A webmaster changes another entry meanwhile: both changes stand at the end.
        using var own = await _webmaster.SubmitAsync("/s/vany/travaux/fiche", "Save", ("Title", "Place fermée"), ("From", "2026-12-02"));
        var address = (await _webmaster.OpenAsync("/s/vany/")).QuerySelectorAll("a[href^='/s/vany/quotidien/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, address.Count);
        Assert.Contains("Rue du Fort barrée", (await _webmaster.OpenAsync(address[0])).QuerySelector(".sides")!.TextContent, StringComparison.Ordinal);
        using var published = await _webmaster.SubmitAsync(address[0], "Publish");
        Assert.Equal("/s/vany/travaux", published.Headers.Location!.ToString());
        var text = await TextAsync("works.yaml");
        Assert.All((string[])["Place fermée", "Rue du Fort barrée"], title => Assert.Contains(title, text, StringComparison.Ordinal));
        using var returned = await _webmaster.SubmitAsync(address[1], "Return", ("Word", "Lundi est férié."));
        Assert.Equal(menus, await TextAsync("menus.yaml"));
        var back = await contributor.OpenAsync((await contributor.OpenAsync("/s/vany/")).QuerySelector("a[href^='/s/vany/quotidien/']")!.GetAttribute("href")!);
        Assert.Contains("Lundi est férié.", back.QuerySelector(".message-warning")!.TextContent, StringComparison.Ordinal);
        using var withdrawn = await contributor.SubmitAsync(back, address[1], "Withdraw");
        Assert.False(await _host.InDatabaseAsync(d => d.DataFileProposals.AnyAsync()));
    }

    [Fact]
    public async Task A_proposal_that_came_back_is_taken_up_as_it_was_typed_and_replaced_by_the_next()
    {
        using var contributor = await _host.SignedInAsync("claude", null, ("vany", SiteRole.Contributor));
        using var told = await contributor.SubmitAsync("/s/vany/travaux/fiche/1", "Save", ("Title", "Rue du Fort barrée"), ("Place", "Rue du Fort"));
        var address = (await _webmaster.OpenAsync("/s/vany/travaux")).QuerySelector("a[href^='/s/vany/quotidien/']")!.GetAttribute("href")!;
        using var returned = await _webmaster.SubmitAsync(address, "Return", ("Word", "Précisez les numéros."));
        var again = (await contributor.OpenAsync(address)).QuerySelector(".message-warning a")!.GetAttribute("href")!;
        var form = await contributor.OpenAsync(again);
        Assert.Equal("Rue du Fort", form.QuerySelector<IHtmlInputElement>("#Place")!.Value);
        Assert.Contains("Précisez les numéros.", form.QuerySelector(".message-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await _webmaster.OpenAsync(again)).QuerySelector(".message-warning"));
        using var sent = await contributor.SubmitAsync(form, again, "Save", ("Place", "Rue du Fort, du 2 au 8"));
        var left = await _host.InDatabaseAsync(d => d.DataFileProposals.AsNoTracking().SingleAsync());
        Assert.Null(left.ReturnedAt);
        Assert.Contains("Rue du Fort, du 2 au 8", left.Text, StringComparison.Ordinal);
        using var published = await _webmaster.SubmitAsync($"/s/vany/quotidien/{left.Id}", "Publish");
        Assert.Contains("title: Rue du Fort barrée", await TextAsync("works.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_publishes_no_proposal_and_nothing_that_was_not_shown()
    {
        using var contributor = await _host.SignedInAsync("claude", null, ("vany", SiteRole.Contributor));
        using var told = await contributor.SubmitAsync("/s/vany/travaux/fiche/1", "Save", ("Title", "Nouveau titre"));
        var address = (await contributor.OpenAsync("/s/vany/travaux")).QuerySelector("a[href^='/s/vany/quotidien/']")!.GetAttribute("href")!;
        var page = await _webmaster.OpenAsync(address);
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", (await contributor.OpenAsync(address)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        foreach (var handler in (string[])["Publish", "Return"])
        {
            using var refused = await contributor.Client.PostAsync(new Uri($"{address}?handler={handler}", UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        using var changed = await _webmaster.SubmitAsync("/s/vany/travaux/fiche/1", "Save", ("Title", "Un autre titre"));
        using var stale = await _webmaster.SubmitAsync(page, address, "Publish");
        Assert.Equal(address, stale.Headers.Location!.ToString());
        Assert.DoesNotContain("Nouveau titre", await TextAsync("works.yaml"), StringComparison.Ordinal);
    }

    private Task<long> OutboxAsync() => _host.InDatabaseAsync(d => d.Outbox.MaxAsync(o => o.Id));

    private static string Area(IHtmlDocument page, string id) => page.QuerySelector<IHtmlTextAreaElement>("#" + id)!.Value.TrimEnd().ReplaceLineEndings("\n");

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }

    private Task<string> TextAsync(string name) => _host.InDatabaseAsync(d => d.DataFiles.Where(f => f.Path == "vany/" + name).Select(f => f.Text).FirstAsync());
}
