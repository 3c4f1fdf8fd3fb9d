using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

/// <summary>The sample territory with an item of each kind that has every key of the format.</summary>
public static class FullTerritory
{
    /// <summary>As <see cref="SampleTerritory.Text"/> has it.</summary>
    public static readonly string Text = SampleTerritory.Text + """

        -- vany/media/place.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>
        -- vany/pages/conseil.md --
        ---
        title: "Le conseil : ses élus"
        summary: Qui décide.
        topics: [culture, dechets]
        image: media/place.svg
        imageAlt: La place
        publishAt: 2026-01-02T08:00
        unpublishAt: 2030-12-31T18:30
        order: 30
        nav: false
        template: landing
        audience: { zones: [nord], sites: [chieulles] }
        mount: /le-conseil/
        redirectFrom: [/ancien-conseil/, /elus/]
        ---
        Le **conseil**.

        - un
        - deux
        -- vany/news/2026-11-11-rentree-2026.md --
        ---
        title: La rentrée
        summary: Elle approche.
        date: 2026-11-11T14:30
        topics: [culture]
        image: media/place.svg
        imageAlt: La place
        publishAt: 2026-01-02T08:00
        unpublishAt: 2030-12-31T18:30
        audience: all
        overlay: false
        redirectFrom: [/vieille-rentree/]
        ---
        C’est la rentrée.
        -- vany/events/marche.md --
        ---
        title: Le marché
        summary: Chaque mardi.
        start: 2026-12-01T08:00
        end: 2026-12-01T12:30
        rrule: FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270630
        dates: [2026-12-24T08:00, 2026-12-31T08:00]
        exceptDates: [2026-12-22, 2027-01-05T08:00]
        location: { name: Place du marché, address: "1 place du Marché, Vany", geo: [49.15, 6.2] }
        organizer: La mairie
        price: Gratuit
        registration: https://www.example.org/inscription
        eventStatus: full
        topics: [culture]
        audience: { sites: [chieulles] }
        redirectFrom: [/vieux-marche/]
        ---
        Fruits et légumes.
        -- vany/events/fete-annuelle.md --
        ---
        title: La fête annuelle
        start: 2026-12-05
        end: 2026-12-06
        allDay: true
        rrule: FREQ=MONTHLY;INTERVAL=2;BYDAY=1SA;COUNT=6
        place: mairie
        ---
        -- vany/events/regle.md --
        ---
        title: Règle particulière
        start: 2026-12-07T18:00
        rrule: FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO
        ---
        -- vany/directory/piscine.md --
        ---
        title: Piscine
        summary: Un bassin de 25 mètres.
        entry: facility
        category: Sport
        role: Équipement
        address: 3 rue du Lavoir
        postalCode: "57070"
        city: Vany
        geo: [49.1667, 6.0333]
        phones: ["+33 3 53 01 00 05", "03 53 01 00 06"]
        emails: [piscine@vany.example]
        urls: ["https://www.example.org/piscine"]
        hours: ["Mo-Fr 09:00-12:00", "We 14:00-17:00", "Sa 10:00-24:00", "PH off"]
        closures: [{ from: 2026-12-24, to: 2026-12-31, note: Vidange }, { from: 2027-05-01, to: 2027-05-01 }]
        accessible: true
        audience: all
        topics: [culture]
        redirectFrom: [/vieille-piscine/]
        ---
        Bonnet obligatoire.
        -- vany/directory/maire.md --
        ---
        title: Claude Martin
        entry: person
        role: Maire
        accessible: false
        ---
        -- vany/directory/refuge.md --
        ---
        title: Refuge
        entry: association
        hours: ["Mo 08:00-09:00,10:00-11:00,12:00-13:00", "Sa 20:00-02:00"]
        ---
        -- vany/documents/2026-09-07-pv.md --
        ---
        title: Procès-verbal
        summary: De septembre.
        type: minutes
        session: 2026-09-07
        reference: 2026-012
        author: { firstName: Claude, lastName: Martin, capacity: Maire }
        postedAt: 2026-09-10T09:00
        file: media/place.svg
        topics: [culture]
        redirectFrom: [/vieux-pv/]
        ---
        Tout y est.
        -- vany/alerts/eau-potable.md --
        ---
        title: Eau potable
        severity: danger
        from: 2026-11-20T08:00
        until: 2026-12-20T18:00
        link: /conseil/
        topics: [dechets]
        audience: { zones: [nord] }
        ---
        Ne buvez pas.
        """;
}
