using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Assembly;

/// <summary>Puts one site together from its files; takes over from the previous assembly what did not change.</summary>
internal sealed class SiteAssembler
{
    private readonly SiteFiles files;
    private readonly ImmutableHashSet<ParsedFile> left;
    private readonly AssembledSite? previous;
    private readonly ImmutableArray<Fault>.Builder faults = ImmutableArray.CreateBuilder<Fault>();
    private readonly Dictionary<(ContentKind, string), ParsedFile> items = [];
    private readonly HashSet<string> directoryKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    private SiteAssembler(SiteFiles files, ImmutableHashSet<ParsedFile> left, AssembledSite? previous)
    {
        this.files = files;
        this.left = left;
        this.previous = previous;
    }

    public static AssembledSite Assemble(SiteFiles files, ImmutableHashSet<ParsedFile> left, AssembledSite? previous) =>
        previous is not null && ReferenceEquals(previous.Files, files) && previous.Left.SetEquals(left)
            ? previous
            : new SiteAssembler(files, left, previous).Assemble();

    private AssembledSite Assemble()
    {
        CheckFolder();
        foreach (var file in files.Files)
            AddItem(file);
        CheckRedirects();
        var media = Media();
        var content = files.Site is { } site ? Content(site, media) : null;
        return new(files, left, content, faults.DrainToImmutable(), media, directoryKeys, addresses.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private void CheckFolder()
    {
        var siteFile = $"{files.Key}/site.yaml";
        if (files.Find(siteFile) is null)
            Add(FaultCodes.MissingSiteFile, siteFile, null, null);
        if (!Syntax.IsKey(files.Key))
            Add(FaultCodes.BadKey, siteFile, null, null, files.Key);
    }

    private void AddItem(ParsedFile file)
    {
        if (file.Path is { Role: FileRole.Item, Kind: ContentKind.Directory })
            directoryKeys.Add(file.Path.Key);
        if (file.Item is not { } item || left.Contains(file))
            return;
        if (items.TryAdd((item.Kind, item.Key), file))
        {
            if (SiteAddresses.Of(item) is { } address)
                addresses.Add(address, file.Path.Path);
            return;
        }
        var other = items[(item.Kind, item.Key)].Path.Path;
        Add(FaultCodes.DuplicateAddress, file.Path.Path, null, null, SiteAddresses.Of(item) ?? item.Key, other);
    }

    private void CheckRedirects()
    {
        var taken = addresses.ToDictionary(a => a.Key.TrimEnd('/'), a => a.Value, StringComparer.Ordinal);
        foreach (var file in items.Values.OrderBy(f => f.Path.Path, StringComparer.Ordinal))
        {
            foreach (var reference in file.References)
            {
                if (reference.Kind != ReferenceKind.Redirect)
                    continue;
                var old = reference.Value.TrimEnd('/');
                if (SiteAddresses.System.Contains(old + "/"))
                    Add(FaultCodes.RedirectTaken, file.Path.Path, reference.Line, reference.Key, reference.Value, FaultTexts.Get("the-site-itself"));
                else if (!taken.TryAdd(old, file.Path.Path))
                    Add(FaultCodes.RedirectTaken, file.Path.Path, reference.Line, reference.Key, reference.Value, taken[old]);
            }
        }
    }

    private Dictionary<string, MediaItem> Media()
    {
        var media = new Dictionary<string, MediaItem>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            if (file.Value is MediaItem item)
                media.Add(item.Path, item);
        }
        if (files.Find($"{files.Key}/media/media.yaml") is { Value: ImmutableArray<MediaDescription> descriptions } list)
            Describe(media, descriptions, list.Path.Path);
        foreach (var (path, item) in media)
        {
            if (previous?.Media.GetValueOrDefault(path) is { } before && before == item)
                media[path] = before;
        }
        return media;
    }

    private void Describe(Dictionary<string, MediaItem> media, ImmutableArray<MediaDescription> descriptions, string listFile)
    {
        foreach (var description in descriptions)
        {
            var path = "media/" + description.File;
            if (media.TryGetValue(path, out var item))
                media[path] = description.Describe(item);
            else
                Add(FaultCodes.MissingMedia, listFile, description.Line, "file", path, Suggestion.Sentence(path, media.Keys));
        }
    }

    private SiteContent Content(Site site, Dictionary<string, MediaItem> media)
    {
        var before = previous?.Content;
        var overlays = files.Find($"{files.Key}/overlays.yaml")?.Value is ImmutableArray<Overlay> read ? read : [];
        var content = new SiteContent(
            site,
            Items(before?.Pages),
            Items(before?.News),
            Items(before?.Events),
            Items(before?.Directory),
            Items(before?.Documents),
            Items(before?.Alerts),
            Shared([.. media.Values.OrderBy(m => m.Path, StringComparer.Ordinal)], before?.Media),
            Shared(overlays, before?.Overlays))
        {
            Everyday = Everyday(before?.Everyday),
        };
        return before is not null && content == before ? before : content;
    }

    /// <summary>The very object from before when none of its files changed.</summary>
    private EverydayServices Everyday(EverydayServices? before)
    {
        var now = new EverydayServices(
            Value<WasteCollections>("collections.yaml"), Value<CanteenMenus>("menus.yaml"), Value<RoadWorksList>("works.yaml"),
            Value<JobOffers>("jobs.yaml"), Value<RoomList>("rooms.yaml"));
        return now == before ? before : now;
    }

    private T? Value<T>(string name)
        where T : class => files.Find($"{files.Key}/{name}")?.Value as T;

    private ImmutableArray<T> Items<T>(ImmutableArray<T>? before)
        where T : ContentItem =>
        Shared([.. items.Values.Select(f => f.Item).OfType<T>().OrderBy(i => i.Key, StringComparer.Ordinal)], before);

    /// <summary>The previous list when it holds the very same objects.</summary>
    private static ImmutableArray<T> Shared<T>(ImmutableArray<T> now, ImmutableArray<T>? before)
        where T : class =>
        before is { } old && now.AsSpan().SequenceEqual(old.AsSpan(), ReferenceEqualityComparer.Instance) ? old : now;

    private void Add(string code, string file, int? line, string? key, params ReadOnlySpan<object?> args) =>
        faults.Add(FaultTexts.Fault(FaultSeverity.Error, code, files.Key, file, line, key, args));
}
