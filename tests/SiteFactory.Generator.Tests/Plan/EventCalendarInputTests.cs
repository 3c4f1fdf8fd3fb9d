using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Plan;

/// <summary>An event's calendar file is made when needed: whatever it carries must be in its fingerprint.</summary>
public sealed class EventCalendarInputTests
{
    private const string Event = "vany/events/fete-du-village.md";

    [Theory]
    [InlineData(Event, "title: Fête du village", "title: Fête patronale")]
    [InlineData(Event, "start: 2026-10-24T10:00", "start: 2026-10-24T11:00")]
    [InlineData(Event, "end: 2026-10-25T18:00", "end: 2026-10-25T19:00")]
    [InlineData(Event, "start: 2026-10-24T10:00\nend: 2026-10-25T18:00", "start: 2026-10-24\nend: 2026-10-25\nallDay: true")]
    [InlineData(Event, "place: salle", "rrule: FREQ=YEARLY;COUNT=3\nplace: salle")]
    [InlineData(Event, "place: salle", "dates: [2026-11-07T10:00]\nplace: salle")]
    [InlineData(Event, "place: salle", "place: mairie")]
    [InlineData(Event, "place: salle", "location: { name: Le lavoir }")]
    [InlineData(Event, "place: salle", "organizer: Le comité\nplace: salle")]
    [InlineData(Event, "place: salle", "price: 3 €\nplace: salle")]
    [InlineData(Event, "place: salle", "summary: Venez tous.\nplace: salle")]
    [InlineData(Event, "place: salle", "eventStatus: cancelled\nplace: salle")]
    [InlineData(Event, "place: salle", "updatedAt: 2026-10-01T08:00\nplace: salle")]
    [InlineData(Event, "registration: mairie.vany@example.org", "registration: À la mairie")]
    [InlineData(Event, "topics: [culture, sport]", "topics: [sport]")]
    [InlineData(Event, "22222222-2222-4222-8222-222222222222", "22222222-2222-4222-8222-222222222223")]
    [InlineData("vany/directory/salle.md", "title: Salle des fêtes", "title: Grande salle")]
    [InlineData("vany/directory/salle.md", "12 rue Principale", "14 rue Principale")]
    [InlineData("vany/directory/salle.md", "49.151", "49.152")]
    [InlineData("vany/site.yaml", "www.vany.example", "www.vany.test")]
    [InlineData("territory.yaml", "label: Sport", "label: Sports")]
    [InlineData("territory.yaml", "timeZone: Europe/Paris", "timeZone: Indian/Reunion")]
    public void What_a_calendar_carries_makes_it_anew(string file, string old, string text)
    {
        using var territory = new TestTerritory();
        territory.Built();
        var before = territory.Site("vany").Text("/agenda/fete-du-village.ics");
        territory.Edit(file, old, text);
        var report = territory.Build();
        Assert.True(report.Succeeded, TestTerritory.Describe(report));
        var domain = report.Sites.Single(s => s.Key == "vany").Domain;
        Assert.NotEqual(before, File.ReadAllText(Path.Combine(territory.Output, domain, "agenda", "fete-du-village.ics")));
    }

    [Fact]
    public void A_date_left_out_makes_it_anew()
    {
        using var territory = new TestTerritory();
        territory.Built();
        var before = territory.Site("vany").Text("/agenda/yoga.ics");
        territory.Edit("vany/events/yoga.md", "place: salle", "exceptDates: [2026-10-20T18:30]\nplace: salle");
        territory.Built();
        Assert.NotEqual(before, territory.Site("vany").Text("/agenda/yoga.ics"));
    }
}
