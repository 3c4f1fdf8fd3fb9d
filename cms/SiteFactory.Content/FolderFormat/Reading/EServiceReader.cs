using System.Collections.Immutable;
using SiteFactory.Content.EServices;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads <c>eServices:</c> of <c>site.yaml</c> and of <c>territory.yaml</c>.</summary>
internal static class EServiceReader
{
    public static EServiceSettings Site(MappingReader map)
    {
        if (map.Map("eServices") is not { } inner)
            return new(EServiceModel.Shared, null);
        var settings = new EServiceSettings(
            inner.Choice("model", Vocabulary.EServiceModels) ?? EServiceModel.Shared,
            inner.Reference("portal", ReferenceKind.Portal))
        {
            Chosen = inner.Node("chosen") is null ? null : ServiceKeys(inner, "chosen"),
            Featured = ServiceKeys(inner, "featured"),
            Services = Entries(inner),
            Sheets = inner.Node("fiches") is null ? null : inner.Sheets("fiches"),
        };
        inner.Done();
        return settings;
    }

    public static TerritoryEServices Territory(MappingReader map)
    {
        if (map.Map("eServices") is not { } inner)
            return TerritoryEServices.None;
        var settings = new TerritoryEServices(
            inner.Reference("portal", ReferenceKind.Portal),
            ServiceKeys(inner, "shared"),
            ServiceKeys(inner, "featured"),
            Entries(inner));
        inner.Done();
        return settings;
    }

    private static ImmutableArray<string> ServiceKeys(MappingReader map, string key) => map.Texts(key, FaultCodes.BadKey, Syntax.IsKey);

    private static ImmutableArray<EServiceEntry> Entries(MappingReader map)
    {
        var entries = ImmutableArray.CreateBuilder<EServiceEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var inner in map.Maps("services"))
        {
            var key = Key(inner, keys);
            var entry = Entry(inner, key ?? "");
            inner.Done();
            if (key is not null)
                entries.Add(entry);
        }
        return entries.DrainToImmutable();
    }

    private static string? Key(MappingReader map, HashSet<string> keys)
    {
        if (map.RequiredText("key") is not { } key)
            return null;
        var line = map.Scalar("key")!.Line;
        if (!Syntax.IsKey(key))
            map.Scope.Error(FaultCodes.BadKey, line, map.FullKey("key"), key);
        else if (SiteAddresses.ReservedServices.Contains(key))
            map.Scope.Error(FaultCodes.ReservedAddress, line, map.FullKey("key"), $"/demarches/{key}/");
        else if (!keys.Add(key))
            map.Scope.Error(FaultCodes.DuplicateEntry, line, map.FullKey("key"), key);
        else
            return key;
        return null;
    }

    private static EServiceEntry Entry(MappingReader map, string key)
    {
        var kind = map.Choice("kind", Vocabulary.EServiceKinds) ?? EServiceKind.Portal;
        var entry = new EServiceEntry(key)
        {
            Kind = kind,
            Portal = map.Reference("portal", ReferenceKind.Portal),
            Id = Id(map, kind),
            Url = map.Checked("url", FaultCodes.BadUrl, Syntax.IsUrl),
            Title = kind == EServiceKind.Portal ? map.Text("title") : map.RequiredText("title"),
            Summary = map.Text("summary"),
            Access = map.Choice("access", Vocabulary.EServiceAccesses),
            Category = map.Text("category"),
            LifeEvents = Events(map),
            HandledBy = map.Choice("handledBy", Vocabulary.EServiceHandlers),
            Owner = map.Text("owner"),
            ForWhom = map.Text("forWhom"),
            Documents = map.Texts("documents"),
            Cost = map.Text("cost"),
            Delay = map.Text("delay"),
            Office = map.Reference("office", ReferenceKind.Place),
            Hours = map.Hours("hours"),
            Keywords = map.Texts("keywords"),
            Icon = map.Checked("icon", FaultCodes.BadKey, Syntax.IsKey),
        };
        if (entry is { Kind: EServiceKind.Link, Access: not EServiceAccess.Paper } && map.Node("url") is null)
            map.Missing("url");
        return entry;
    }

    private static string? Id(MappingReader map, EServiceKind kind)
    {
        if (kind is EServiceKind.PayFip or EServiceKind.DemarchesSimplifiees && map.Node("id") is null && map.Node("url") is null)
            map.Missing("id");
        return map.Checked("id", FaultCodes.BadServiceId, kind == EServiceKind.PayFip ? IsClientNumber : Syntax.IsKey);
    }

    /// <summary>The number that the public treasury gave the collectivité: six digits.</summary>
    private static bool IsClientNumber(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);

    private static ImmutableArray<string> Events(MappingReader map)
    {
        var events = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in map.Scalars("lifeEvents"))
        {
            if (LifeEvents.Keys.Contains(scalar.Value))
                events.Add(scalar.Value);
            else
                map.BadChoice(scalar, "lifeEvents", LifeEvents.All.Select(e => e.Key));
        }
        return events.DrainToImmutable();
    }
}
