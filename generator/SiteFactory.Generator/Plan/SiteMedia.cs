using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Content.Syndication;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// The pictures and files that one site shows: whoever asks for one has it published. Asked from several threads.
/// </summary>
internal sealed class SiteMedia(TerritoryScope territory, Site site)
{
    private static readonly PicturePlanner AsItIs = new(PictureSettings.AsTheyAre);

    private readonly Dictionary<string, PlannedOutput> _outputs = [];
    private readonly Dictionary<string, MediaItem> _shown = [];
    private readonly SortedSet<string> _credits = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly PicturePlanner _planner = new(PictureSettings.For(territory.Settings.Pictures, territory.Settings.Avif));
    private readonly HashSet<string> _owners = [];

    /// <summary>Sites whose files were asked for.</summary>
    public IReadOnlyCollection<string> Owners
    {
        get
        {
            lock (_lock)
                return [.. _owners];
        }
    }

    /// <summary>What was asked for, to be published.</summary>
    public IReadOnlyCollection<PlannedOutput> Outputs => _outputs.Values;

    /// <summary>Credits of the pictures that are shown, in order.</summary>
    public IReadOnlyCollection<string> Credits => _credits;

    /// <summary>A picture by reference; null when there is none.</summary>
    /// <param name="writer">The site in whose content the reference stands.</param>
    /// <param name="alt">What the content says; null: what the library says.</param>
    public PictureModel? Picture(string? reference, string writer, string? alt)
    {
        if (reference is null || Find(reference, writer) is not { } item || _planner.Plan(item, alt) is not { } planned)
            return null;
        Publish(item, planned.Variants);
        lock (_lock)
            _shown.TryAdd(planned.Model.Src, item);
        Credit(item);
        return planned.Model;
    }

    /// <summary>The address of the picture that other sites show with a link to a page; null when there is none to show.</summary>
    /// <param name="picture">A picture that was asked for before.</param>
    public string? Sharing(PictureModel picture)
    {
        MediaItem? item;
        lock (_lock)
            item = _shown.GetValueOrDefault(picture.Src);
        if (item is null || PictureFormats.OfPath(item.Path) == PictureFormat.Svg)
            return null;
        if (_planner.Sharing(item) is not { } variant)
            return picture.Src;
        Publish(item, [variant]);
        return variant.Address;
    }

    /// <summary>The icons that are made from the site's emblem; null without one, or without picture work.</summary>
    public SiteIconSet? Icons(string? emblem, string background)
    {
        if (!territory.Settings.Pictures || emblem is null || Find(emblem, site.Key) is not { } item || SiteIcons.From(item, background) is not { } icons)
            return null;
        Publish(item, icons.Published);
        return icons;
    }

    /// <summary>A file to download; null when there is none.</summary>
    public FileLink? File(string? reference, string writer)
    {
        if (reference is null || Find(reference, writer) is not { } item)
            return null;
        var name = item.Path[(item.Path.LastIndexOf('/') + 1)..];
        return new(PublishFile(item), name, $"{Extension(name).ToUpperInvariant()}, {FrenchNumbers.Size(item.Length)}");
    }

    // A file that is missing today may be there tomorrow: the owner counts whether it has the file or not.
    private MediaItem? Find(string reference, string writer)
    {
        var image = ShownImage.Resolve(reference.TrimStart('/'), writer);
        if (image.SiteKey != site.Key)
        {
            lock (_lock)
                _owners.Add(image.SiteKey);
        }
        return territory.Media.Find(image.SiteKey, image.Path);
    }

    // A picture to download says no more of its maker than one that is shown.
    private string PublishFile(MediaItem item)
    {
        if (AsItIs.Plan(item) is not { Variants: [var variant] })
            return Publish(item);
        Publish(item, [variant]);
        return variant.Address;
    }

    private string Publish(MediaItem item)
    {
        var name = item.Path[(item.Path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        var stem = Slug.From(dot > 0 ? name[..dot] : name);
        var path = $"medias/{stem}-{item.ContentFingerprint.Short}.{Extension(name)}";
        lock (_lock)
            _outputs.TryAdd(path, new MediaOutput(path, Fingerprint.Combine(item.ContentFingerprint, Fingerprint.Of(path)), item));
        return "/" + path;
    }

    private void Publish(MediaItem item, ImmutableArray<PictureVariant> variants)
    {
        lock (_lock)
        {
            foreach (var variant in variants)
                _outputs.TryAdd(variant.Path, new PictureOutput(variant, item));
        }
    }

    private void Credit(MediaItem item)
    {
        if (item.Credit is not { Length: > 0 } credit)
            return;
        lock (_lock)
            _credits.Add(item.Licence is { Length: > 0 } licence ? $"{credit} ({licence})" : credit);
    }

    private static string Extension(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "bin" : name[(dot + 1)..].ToLowerInvariant();
    }
}
