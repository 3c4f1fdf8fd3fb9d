using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>Stable ids for generated items.</summary>
internal static class Ids
{
    public static Guid Next(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("test " + name)).AsSpan(0, 16));
}

/// <summary>Territories made in code.</summary>
internal static class Territories
{
    public static readonly Territory Plain = new("Metz Métropole", "Europe/Paris", new("#003d7c", "#e2007a", null, []), [], [], [], null);

    public static Site Vany { get; } = new(
        "vany", SiteKind.Commune, "Vany", null, null, null, [], "www.vany.fr", new(null, null, null, null), null, null, [],
        new(EServiceModel.Shared, null), null, null, null, false);

    public static TerritorySnapshot With(ContentItem item)
    {
        var empty = SiteContent.Empty(Vany);
        return Of(item switch
        {
            Page page => empty with { Pages = [page] },
            NewsItem news => empty with { News = [news] },
            EventItem fete => empty with { Events = [fete] },
            DirectoryEntry entry => empty with { Directory = [entry] },
            OfficialDocument document => empty with { Documents = [document] },
            Alert alert => empty with { Alerts = [alert] },
            _ => throw new InvalidOperationException(),
        });
    }

    public static Gen<TerritorySnapshot> Any(Gen<string?> maybe, Gen<string> word) =>
        from name in word
        from text in maybe
        from other in maybe
        from label in word
        from flag in Gen.Elements(true, false)
        let menu = ImmutableArray.Create(
            new NavigationEntry(label, "/a/", null, null),
            new NavigationEntry(name, null, "https://example.org/", [new(label, "/b/", null, [])]))
        let site = Vany with
        {
            Name = name,
            Insee = "2A004",
            Siren = "012345678",
            Population = flag ? 0 : 2188,
            PostalCodes = ["01000"],
            Demo = flag,
            Brand = new("#00ff00", flag ? "#123456" : null, "media/a b.svg", null),
            Contact = new(text, null, other, "03 87 00 00 00", "a@b.fr", new(-0.1, 6), ["Mo 09:00-12:00"]),
            PublicationDirector = text,
            Syndication = [new("metropole", ["eau"], [ContentKind.Event, ContentKind.News], SyndicationMode.Never), new("vany", [], [], SyndicationMode.Auto)],
            EServices = new(EServiceModel.Hybrid, flag ? "metropole" : null)
            {
                Chosen = flag ? ["payer", "salle"] : null,
                Featured = flag ? [] : ["payer"],
                Services = flag ? [] : [Entry("payer", text, other, label)],
            },
            Navigation = flag ? menu : null,
            Accessibility = new(new(2026, 1, 2), text, 82.5, flag ? new(2026, 3, 1) : null, [label], flag ? [] : [name], flag ? [label] : [], flag ? "/a/" : null, [name, label], flag ? [] : [label], [name]),
            Legal = flag ? new(new(label, text, null), null) : new(null, new(other, "dpo@example.org")),
        }
        let overlay = new Overlay(Ids.Next("x"), flag ? OverlayDecision.Refused : null, flag, text, null, other)
        let territory = Plain with
        {
            Name = label,
            Brand = new("#003d7c", "#e2007a", "metropole/media/logo.svg", ["primary", "logo"]),
            Topics = [new("eau", label)],
            Zones = [new("nord", name, ["vany"])],
            Portals = [new("metropole", "publik", "https://services.example.org/?a=b", text) { Parameter = flag ? "code_insee" : "commune", Jurisdiction = other, Tracking = flag ? "https://x.example/{code}" : null, Orig = text, IsLocal = flag }],
            EServices = flag ? new("metropole", ["payer"], ["payer", "salle"], [Entry("salle", other, text, name)]) : TerritoryEServices.None,
            Legal = new(new(name, other, null), new(text, null)),
        }
        select Of(SiteContent.Empty(site) with { Overlays = [overlay] }, territory);

    private static EServiceEntry Entry(string key, string? text, string? other, string word) => new(key)
    {
        Kind = EServiceKind.PayFip,
        Portal = "metropole",
        Id = "001234",
        Url = "https://example.org/?a=b#c",
        Title = word,
        Summary = text,
        Access = EServiceAccess.SignIn,
        Category = other,
        LifeEvents = ["naissance", "deces"],
        HandledBy = EServiceHandler.Either,
        Owner = text,
        ForWhom = other,
        Documents = [word, "b: c"],
        Cost = text,
        Delay = other,
        Office = "mairie",
        Hours = ["Mo 09:00-12:00", "PH off"],
        Keywords = [word],
        Icon = "euro",
    };

    private static TerritorySnapshot Of(SiteContent content, Territory? territory = null) =>
        new(territory ?? Plain, ImmutableSortedDictionary.Create<string, SiteContent>(StringComparer.Ordinal).Add("vany", content));
}
