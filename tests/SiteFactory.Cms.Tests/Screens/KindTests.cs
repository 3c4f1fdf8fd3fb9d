using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Documents;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Screens;

public sealed class KindTests : IAsyncLifetime
{
    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync(SampleTerritory.Text.Replace("insee: \"57694\"", "insee: \"57694\"\npopulation: 4200\nsiren: \"215706946\"", StringComparison.Ordinal) + """

            -- vany/documents/2026-11-16-voirie.md --
            ---
            title: =Voirie
            type: deliberation
            session: 2026-11-16
            reference: 2026-012
            author: { firstName: Claude, lastName: Martin, capacity: Maire }
            postedAt: 2026-11-18T10:00
            ---
            Le texte voté.
            -- vany/documents/2026-06-01-liste.md --
            ---
            title: Liste
            type: deliberations-list
            session: 2026-06-01
            postedAt: 2026-06-03T10:00
            ---
            """);
        _visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task An_act_is_neither_withdrawn_nor_replaced_for_two_months_and_then_is()
    {
        var act = await ItemAsync("voirie");
        var path = $"/s/vany/documents/{act.Id}";
        foreach (var attempt in new[] { _visitor.SubmitAsync(path, "Withdraw"), _visitor.SubmitAsync(path, "Delete"), _visitor.SubmitAsync(path, "Publish", ("Body", "Un autre texte.")) })
        {
            using var response = await attempt;
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("18 janvier 2027", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var title = await _visitor.SubmitAsync(path, "Publish", ("Title", "Voirie communale"));
        Assert.Equal(HttpStatusCode.Redirect, title.StatusCode);
        _host.Clock.Set(Instant.FromUtc(2027, 1, 18, 9, 0));
        using var late = await _visitor.SubmitAsync(path, "Withdraw");
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
    }

    [Fact]
    public async Task An_act_needs_its_author_and_bears_the_moment_of_its_publication()
    {
        var path = "/s/vany/documents/" + Guid.NewGuid() + "?nouveau=true";
        using var nobody = await _visitor.SubmitAsync(path, "Publish", ("Title", "Arrêté de circulation"), ("Type", "Order"), ("Body", "Texte."));
        Assert.Equal(HttpStatusCode.OK, nobody.StatusCode);
        using var signed = await _visitor.SubmitAsync(path, "Publish", ("Title", "Arrêté de circulation"), ("Type", "Order"), ("Body", "Texte."), ("AuthorFirstName", "Claude"), ("AuthorLastName", "Martin"), ("AuthorCapacity", "Maire"));
        Assert.True(signed.StatusCode == HttpStatusCode.Redirect, await signed.Content.ReadAsStringAsync());
        Assert.Contains("postedAt: 2026-11-22T10:00", (await ItemAsync("arrete-de-circulation")).LiveText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliberations_are_exported_as_open_data_and_nothing_in_them_is_a_formula()
    {
        using var response = await _visitor.GetAsync("/s/vany/documents?handler=Export");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.StartsWith("COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Vany,21570694600013,2026-012,2026-11-16,,,'=Voirie,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",https://www.vany.example/documents/voirie/", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_reminds_of_lists_and_minutes()
    {
        var site = new Site("vany", SiteKind.Commune, "Vany", null, null, 400, [], "www.vany.example", new(null, null, null, null), null, null, [], new(EServiceModel.Shared, null), null, null, null, false);
        OfficialDocument Document(DocumentType type, LocalDate session) => new() { Id = Guid.NewGuid(), SiteKey = "vany", Key = "x", Title = "x", Type = type, Session = session };
        LocalDate june = new(2026, 6, 1), september = new(2026, 9, 7), today = new(2026, 9, 10);
        var reminders = CouncilReminders.Of([Document(DocumentType.DeliberationsList, june)], [june, september], today, site);
        Assert.Collection(reminders,
            r => Assert.Contains("procès-verbal", r.Text, StringComparison.Ordinal),
            r => Assert.Contains("lundi 14 septembre 2026", r.Text, StringComparison.Ordinal));
        Assert.All(reminders, r => Assert.False(r.IsLate));
        Assert.All(CouncilReminders.Of([Document(DocumentType.DeliberationsList, june)], [june, september], new(2026, 9, 30), site), r => Assert.True(r.IsLate));
        Assert.Empty(CouncilReminders.Of([Document(DocumentType.DeliberationsList, june), Document(DocumentType.DeliberationsList, september), Document(DocumentType.Minutes, june)], [june, september], today, site));
    }

    [Fact]
    public async Task Closing_the_town_hall_takes_three_fields_and_is_public_at_once()
    {
        using var response = await _visitor.SubmitAsync("/s/vany/annuaire/fermeture", "Close", ("From", "2026-12-24"), ("To", "2026-12-31"), ("Note", "Congés"));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        Assert.Contains("from: 2026-12-24, to: 2026-12-31, note: Congés", (await ItemAsync("mairie")).LiveText, StringComparison.Ordinal);
        using var removed = await _visitor.SubmitAsync("/s/vany/annuaire/fermeture", "Remove");
        Assert.DoesNotContain("closures", (await ItemAsync("mairie")).LiveText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_proposes_a_closure_that_is_public_once_approved()
    {
        const string path = "/s/vany/annuaire/fermeture";
        using var contributor = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        using var response = await contributor.SubmitAsync(path, "Close", ("From", "2026-12-24"), ("To", "2026-12-31"), ("Note", "Congés"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var proposed = await ItemAsync("mairie");
        Assert.True(proposed.InReview);
        Assert.DoesNotContain("closures", proposed.LiveText, StringComparison.Ordinal);
        Assert.Contains("from: 2026-12-24, to: 2026-12-31, note: Congés", proposed.DraftText, StringComparison.Ordinal);
        var waiting = (await contributor.OpenAsync(path)).QuerySelectorAll(".items li").Single(l => l.TextContent.Contains("Congés", StringComparison.Ordinal));
        Assert.Contains("À relire", waiting.TextContent, StringComparison.Ordinal);
        using var approved = await _visitor.SubmitAsync($"/s/vany/annuaire/{proposed.Id}", "Publish");
        Assert.Contains("from: 2026-12-24, to: 2026-12-31, note: Congés", (await ItemAsync("mairie")).LiveText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_changes_nothing_of_a_draft_that_goes_live_by_itself()
    {
        var hall = await ItemAsync("mairie");
        using var scheduled = await _visitor.SubmitAsync($"/s/vany/annuaire/{hall.Id}", "Schedule", ("GoesLiveAt", "2027-06-01T08:00"));
        var before = await ItemAsync("mairie");
        Assert.NotNull(before.DraftGoesLiveAt);
        using var contributor = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        using var response = await contributor.SubmitAsync("/s/vany/annuaire/fermeture", "Close", ("From", "2026-12-24"));
        var after = await ItemAsync("mairie");
        Assert.Equal((before.DraftText, before.DraftGoesLiveAt, before.Version), (after.DraftText, after.DraftGoesLiveAt, after.Version));
    }

    [Fact]
    public async Task An_event_is_cancelled_in_one_click_whatever_draft_is_being_written()
    {
        var item = await ItemAsync("fete");
        var path = $"/s/vany/agenda/{item.Id}";
        using var draft = await _visitor.SubmitAsync(path, "Save", ("Body", "Un brouillon."));
        using var cancelled = await _visitor.SubmitAsync(path, "Status", ("status", "Cancelled"));
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        var after = await ItemAsync("fete");
        Assert.Contains("eventStatus: cancelled", after.LiveText, StringComparison.Ordinal);
        Assert.Contains("Venez nombreux.", after.LiveText, StringComparison.Ordinal);
        Assert.Contains("eventStatus: cancelled", after.DraftText, StringComparison.Ordinal);
        Assert.Contains("Un brouillon.", after.DraftText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repetition_is_said_in_words_with_its_next_dates()
    {
        var path = "/s/vany/agenda/" + Guid.NewGuid() + "?nouveau=true";
        var token = (await _visitor.OpenAsync(path)).QuerySelector("form.editor input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([
            new("Title", "Conseil"), new("StartDate", "2026-12-08"), new("StartTime", "20:00"), new("Repeat.Repeats", "MonthlyOnWeekday"),
            new("Repeat.Nth", "2"), new("Repeat.NthDay", "Tuesday"), new("__RequestVerificationToken", token)]);
        using var response = await _visitor.Client.PostAsync(new Uri(path + "&handler=Dates", UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("Le 2e mardi de chaque mois", text, StringComparison.Ordinal);
        Assert.Contains("mardi 12 janvier 2027", text, StringComparison.Ordinal);
        Assert.Equal(10, text.Split("<li>").Length - 1);
    }

    [Fact]
    public async Task A_copy_of_an_event_starts_without_exceptions_and_with_an_address_of_its_own()
    {
        var item = await ItemAsync("fete");
        using var go = await _visitor.GetAsync($"/s/vany/agenda/nouveau?copie={item.Id}");
        using var saved = await _visitor.SubmitAsync(go.Headers.Location!.ToString(), "Save");
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
        var copy = await ItemAsync("la-fete-du-village-copie");
        Assert.Contains("place: mairie", copy.DraftText, StringComparison.Ordinal);
        Assert.Null(copy.LiveText);
    }

    [Theory]
    [InlineData("agenda", "StartDate", "31/12/2026")]
    [InlineData("agenda", "EndTime", "13:00")]
    [InlineData("agenda", "Repeat.Interval", "beaucoup")]
    [InlineData("annuaire", "Week.Days[0].From", "25:00")]
    [InlineData("annuaire", "Emails", "pas une adresse")]
    [InlineData("annuaire", "PostalCode", "5707")]
    [InlineData("actualites", "Date", "")]
    [InlineData("alertes", "Link", "javascript:alert(1)")]
    public async Task A_wrong_answer_is_refused_in_french_and_what_was_typed_stays(string segment, string field, string value)
    {
        var key = segment switch { "agenda" => "fete", "annuaire" => "mairie", "actualites" => "rentree", _ => "eau" };
        var before = await ItemAsync(key);
        using var response = await _visitor.SubmitAsync($"/s/vany/{segment}/{before.Id}", "Save", ("Title", "Titre gardé"), (field, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("Titre gardé", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The value", text, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await ItemAsync(key)).Version);
    }

    [Fact]
    public async Task An_old_address_keeps_leading_to_what_moved()
    {
        var item = await ItemAsync("rentree");
        using var response = await _visitor.SubmitAsync($"/s/vany/actualites/{item.Id}", "Publish", ("Address", "rentree-2026"));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        Assert.Contains("/actualites/rentree/", (await ItemAsync("rentree-2026")).LiveText, StringComparison.Ordinal);
    }

    private Task<ItemRecord> ItemAsync(string key) => _host.InDatabaseAsync(d => d.Items.AsNoTracking().SingleAsync(i => i.SiteKey == "vany" && i.Key == key));
}
