using NodaTime;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>A territory of four sites that shows every kind of content and every way of sharing it.</summary>
internal static class Sample
{
    /// <summary>A Sunday in autumn, two hours before noon in Metz.</summary>
    public static Instant At { get; } = Instant.FromUtc(2026, 10, 11, 8, 0);

    public const string Text = Territory + Metropole + Vany + Jury + Peltre;

    private const string Territory = """
        -- territory.yaml --
        name: Metz Métropole
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#c4005f", logo: metropole/media/logo.svg, locked: [primary] }
        topics:
          - { key: dechets, label: Déchets }
          - { key: culture, label: Culture }
          - { key: sport, label: Sport }
        zones:
          - { key: nord, label: Nord, sites: [vany] }
        portals:
          - { key: metropole, kind: publik, url: "https://services.example.org" }
        legal:
          host: { name: Hébergeur d’essai, address: 1 rue de l’Exemple, phone: "+33 3 53 01 00 01" }

        """;

    private const string Metropole = """
        -- metropole/site.yaml --
        kind: metropole
        name: Metz Métropole
        domain: www.metzmetropole.example
        contact: { address: 1 place du Parlement, postalCode: "57000", city: Metz, phone: "+33 3 53 01 00 00", email: bonjour@example.org, geo: [49.11, 6.17], hours: ["Mo-Fr 09:00-12:00"] }
        publicationDirector: Le président
        syndication:
          - { from: vany, kinds: [event], mode: auto }
        -- metropole/pages/index.md --
        ---
        title: Accueil
        summary: La métropole au quotidien.
        ---
        Bienvenue dans la métropole.
        -- metropole/pages/dechets/index.md --
        ---
        title: Déchets
        summary: Trier et jeter.
        audience: all
        topics: [dechets]
        order: 10
        ---
        Voir [le compostage](/dechets/compost/), [la tribune](/tribune/) et [les actualités](/actualites/).
        -- metropole/pages/dechets/compost.md --
        ---
        title: Compost
        audience: { zones: [nord] }
        ---
        ## Le composteur

        Retour aux [déchets](/dechets/).
        -- metropole/pages/tribune.md --
        ---
        title: Tribune
        order: 90
        ---
        Réservée à la métropole.
        -- metropole/news/2026-10-01-collecte.md --
        ---
        id: 11111111-1111-4111-8111-111111111111
        title: La collecte change
        summary: Nouveaux jours de passage.
        date: 2026-10-01
        topics: [dechets]
        image: media/camion.svg
        imageAlt: Un camion de collecte
        ---
        Lisez [la tribune](/tribune/).
        -- metropole/news/2026-10-05-concert.md --
        ---
        title: Un concert dans chaque commune
        date: 2026-10-05
        topics: [culture]
        ---
        De la musique partout.
        -- metropole/events/nuit-blanche.md --
        ---
        title: Nuit blanche
        start: 2026-10-17T19:00
        end: 2026-10-18T02:00
        location: { name: Place d’Armes, address: "Place d’Armes, Metz", geo: [49.12, 6.175] }
        organizer: La métropole
        price: Gratuit
        topics: [culture]
        ---
        Une nuit entière.
        -- metropole/directory/decheterie.md --
        ---
        title: Déchèterie du Nord
        entry: facility
        category: Déchets
        address: 2 rue du Tri
        postalCode: "57050"
        city: Metz
        geo: [49.14, 6.16]
        hours: ["Mo-Sa 09:00-18:00"]
        audience: all
        ---
        Une carte d’accès est nécessaire.
        -- metropole/alerts/crue.md --
        ---
        title: Crue de la Moselle
        severity: danger
        from: 2026-10-10T00:00
        until: 2026-10-12T00:00
        link: /tribune/
        audience: { zones: [nord] }
        ---
        Éloignez-vous des berges.
        -- metropole/media/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><path d="M0 0h40v40H0z"/></svg>
        -- metropole/media/camion.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><path d="M0 0h640v360H0z"/></svg>
        -- metropole/media/media.yaml --
        - { file: logo.svg, alt: Metz Métropole, credit: La métropole, shared: true }
        - { file: camion.svg, alt: Un camion, credit: La métropole, licence: CC BY 4.0, shared: true }

        """;

    private const string Vany = """
        -- vany/site.yaml --
        kind: commune
        name: Vany
        insee: "57694"
        siren: "215706946"
        population: 478
        postalCodes: ["57070"]
        domain: www.vany.example
        brand: { accent: "#00707a", logo: media/blason.svg }
        contact: { address: 10 rue Principale, postalCode: "57070", city: Vany, phone: "+33 3 53 01 00 02", email: mairie.vany@example.org, geo: [49.15, 6.24], hours: ["Tu 16:30-19:00", "PH off"] }
        publicationDirector: Le maire
        syndication:
          - { from: metropole, mode: auto }
          - { from: jury, kinds: [event, news], mode: auto }
        eServices: { model: shared, portal: metropole }
        -- vany/pages/index.md --
        ---
        title: Vany
        summary: Un village au nord de Metz.
        ---
        Bienvenue à [la mairie](/vie-municipale/mairie/).
        -- vany/pages/vie-municipale/index.md --
        ---
        title: Vie municipale
        order: 1
        ---
        Le village et ses élus.
        -- vany/pages/vie-municipale/mairie.md --
        ---
        title: La mairie
        order: 2
        redirectFrom: [/mairie.html]
        topics: [culture]
        updatedAt: 2026-09-30T10:00
        ---
        ## Horaires

        Voir [les élus](/vie-municipale/elus/) et [plus bas](#horaires).
        -- vany/pages/vie-municipale/elus.md --
        ---
        title: Les élus
        order: 1
        ---
        Quinze élus, [à la mairie](/vie-municipale/mairie/#horaires).
        -- vany/news/2026-10-08-vendanges.md --
        ---
        title: Les vendanges
        summary: Elles commencent.
        date: 2026-10-08T09:30
        topics: [culture]
        image: media/blason.svg
        imageAlt: Le blason de Vany
        redirectFrom: [/vendanges]
        ---
        Tout le monde à la vigne, puis à [la mairie](/vie-municipale/mairie/).
        -- vany/events/fete-du-village.md --
        ---
        id: 22222222-2222-4222-8222-222222222222
        title: Fête du village
        start: 2026-10-24T10:00
        end: 2026-10-25T18:00
        place: salle
        audience: { sites: [metropole] }
        topics: [culture, sport]
        registration: mairie.vany@example.org
        ---
        Deux jours de fête.
        -- vany/events/yoga.md --
        ---
        title: Yoga
        start: 2026-10-06T18:30
        end: 2026-10-06T19:30
        rrule: FREQ=WEEKLY;BYDAY=TU
        place: salle
        topics: [sport]
        ---
        -- vany/events/marche.md --
        ---
        title: Marche annulée du dimanche
        start: 2026-11-08
        allDay: true
        eventStatus: cancelled
        ---
        -- vany/events/loto.md --
        ---
        title: Loto reporté
        start: 2026-11-14T14:00
        eventStatus: postponed
        ---
        -- vany/events/theatre.md --
        ---
        title: Théâtre
        start: 2026-11-21T20:30
        eventStatus: full
        ---
        -- vany/events/passe.md --
        ---
        title: Bal de l’été
        start: 2026-07-13T21:00
        ---
        -- vany/directory/mairie.md --
        ---
        title: Mairie de Vany
        entry: service
        address: 10 rue Principale
        postalCode: "57070"
        city: Vany
        geo: [49.15, 6.24]
        phones: ["+33 3 53 01 00 02"]
        hours: ["Tu 16:30-19:00"]
        closures:
          - { from: 2026-12-24, to: 2026-12-31, note: Fermeture de fin d’année }
        ---
        -- vany/directory/salle.md --
        ---
        title: Salle des fêtes
        entry: facility
        address: 12 rue Principale
        postalCode: "57070"
        city: Vany
        geo: [49.151, 6.241]
        accessible: true
        ---
        -- vany/directory/boulangerie.md --
        ---
        title: Boulangerie du Village
        entry: business
        ---
        -- vany/documents/2026-09-21-deliberations.md --
        ---
        title: Délibérations du 21 septembre 2026
        type: deliberations-list
        session: 2026-09-21
        postedAt: 2026-09-25T09:00
        file: media/deliberations.pdf
        ---
        -- vany/alerts/coupure-eau.md --
        ---
        title: Coupure d’eau
        severity: warning
        until: 2026-10-15T12:00
        link: /vie-municipale/mairie/
        ---
        -- vany/media/blason.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="64" height="80" viewBox="0 0 64 80"><path d="M0 0h64v80H0z"/></svg>
        -- vany/media/deliberations.pdf --
        %PDF-1.4
        %%EOF
        -- vany/media/media.yaml --
        - { file: blason.svg, alt: Le blason de Vany, credit: Commune de Vany }
        - { file: deliberations.pdf }
        -- vany/overlays.yaml --
        - { item: 11111111-1111-4111-8111-111111111111, decision: accepted, pinned: true, note: "À Vany, le mardi." }

        """;

    private const string Jury = """
        -- jury/site.yaml --
        kind: commune
        name: Jury
        insee: "57353"
        population: 1120
        domain: www.jury.example
        contact: { address: 2 rue de Metz, postalCode: "57245", city: Jury, email: mairie.jury@example.org }
        accessibility: { audit: { date: 2026-01-10, auditor: Un cabinet, rate: 72.5 }, statementDate: 2026-02-01, nonConformities: ["Contrastes de la carte"] }
        syndication:
          - { from: metropole, topics: [dechets], mode: auto }
          - { from: metropole, kinds: [news], mode: never }
          - { from: metropole, mode: auto }
        -- jury/pages/ecole.md --
        ---
        title: L’école
        ---
        Trois classes.
        -- jury/news/2026-10-02-rentree.md --
        ---
        title: Rentrée à Jury
        date: 2026-10-02
        audience: all
        topics: [culture]
        ---
        Voir [l’école](/ecole/).
        -- jury/events/brocante.md --
        ---
        title: Brocante
        start: 2026-10-18
        allDay: true
        audience: { sites: [vany] }
        ---
        Sur la place.

        """;

    private const string Peltre = """
        -- peltre/site.yaml --
        kind: commune
        name: Peltre
        insee: "57534"
        domain: www.peltre.example
        accessibility: { audit: { date: 2021-01-10, auditor: Un cabinet, rate: 100 }, statementDate: 2021-02-01 }
        -- peltre/pages/village.md --
        ---
        title: Le village
        ---
        Un village.

        """;
}
