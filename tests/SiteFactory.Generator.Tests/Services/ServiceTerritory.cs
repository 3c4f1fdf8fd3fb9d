using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Services;

/// <summary>A territory whose démarches are of every kind: shared, the territory's, a commune's own portal, links, on paper.</summary>
internal static class ServiceTerritory
{
    public const string Portal = "https://services.example.org";

    public static TestTerritory Create(string portal = Portal, bool isLocal = false) =>
        new(Text.Replace("PORTAL", portal, StringComparison.Ordinal).Replace("LOCAL", isLocal ? "true" : "false", StringComparison.Ordinal));

    private const string Text = """
        -- territory.yaml --
        name: Metz Métropole
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#c4005f" }
        portals:
          - { key: metropole, kind: publik, url: "PORTAL", label: Metz Métropole, local: LOCAL }
          - { key: peltre, kind: publik, url: "https://demarches.peltre.example.org", label: Peltre }
        eServices:
          portal: metropole
          shared: [signaler-une-anomalie]
          featured: [signaler-une-anomalie, composteur]
          services:
            - key: signaler-une-anomalie
              title: Signaler une anomalie
              summary: "Un lampadaire éteint, un trou dans la chaussée : prévenez-nous."
              category: Voirie
              lifeEvents: [rue]
              forWhom: Tout le monde
              documents: [L’adresse, Une photo]
              cost: Gratuit
              delay: Deux jours
              keywords: [nid-de-poule]
            - { key: composteur, title: Demander un composteur, category: Déchets, lifeEvents: [objets], office: metropole/decheterie }
            - { key: recensement, kind: link, title: Se faire recenser, access: paper, handledBy: commune, category: Citoyenneté, lifeEvents: [vote] }
        -- metropole/site.yaml --
        kind: metropole
        name: Metz Métropole
        domain: www.metzmetropole.example
        contact: { address: 1 place du Parlement, postalCode: "57000", city: Metz }
        -- metropole/directory/decheterie.md --
        ---
        title: Déchèterie du Nord
        entry: facility
        hours: ["Mo-Sa 09:00-18:00"]
        ---
        -- vany/site.yaml --
        kind: commune
        name: Vany
        insee: "57694"
        domain: www.vany.example
        contact: { address: 10 rue Principale, postalCode: "57070", city: Vany, phone: "+33 3 53 01 00 02", hours: ["Tu 16:30-19:00"] }
        eServices:
          model: shared
          services:
            - { key: payer, kind: payfip, id: "001234", title: Payer mes factures, category: Paiements, lifeEvents: [paiement] }
            - { key: signaler-une-anomalie, cost: Gratuit à Vany, office: mairie }
        -- vany/directory/mairie.md --
        ---
        title: Mairie de Vany
        entry: service
        hours: ["Tu 16:30-19:00"]
        ---
        -- vany/pages/rue.md --
        ---
        title: La rue
        ---
        ::: e-service {service=signaler-une-anomalie portal=metropole show=start}
        :::

        ::: e-services {category=dechets}
        :::

        ::: tracking
        :::

        ::: e-service {service=composteur show=frame}
        :::

        ::: e-services {audience=nouveaux-habitants}
        :::
        -- peltre/site.yaml --
        kind: commune
        name: Peltre
        insee: "57534"
        domain: www.peltre.example
        eServices:
          model: own
          portal: peltre
          chosen: [signaler-une-anomalie, cantine]
          featured: [cantine]
          services:
            - { key: cantine, portal: peltre, title: Inscrire à la cantine, access: signIn, category: École, lifeEvents: [ecole] }

        """;
}
