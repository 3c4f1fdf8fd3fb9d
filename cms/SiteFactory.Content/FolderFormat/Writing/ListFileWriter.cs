using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes <c>overlays.yaml</c> and <c>media.yaml</c>: one entry a line.</summary>
internal static class ListFileWriter
{
    public static string Overlays(IEnumerable<Overlay> overlays) => Lines(overlays.Select(o => YamlBuilder.Flow()
        .Raw("item", o.Item.ToString())
        .Choice("decision", Vocabulary.Decisions, o.Decision)
        .Flag("pinned", o.Pinned, unless: false)
        .Text("title", o.Title)
        .Text("image", o.Image)
        .Text("note", o.Note)));

    /// <summary>The files that have something said about them.</summary>
    public static string Media(IEnumerable<MediaItem> media) => Lines(media.Where(IsDescribed).Select(m => YamlBuilder.Flow()
        .Text("file", m.Path["media/".Length..])
        .Text("alt", m.Alt)
        .Flag("decorative", m.Decorative, unless: false)
        .Text("credit", m.Credit)
        .Text("licence", m.Licence)
        .Day("licenceUntil", m.LicenceUntil)
        .Text("consent", m.Consent)
        .Raw("focus", m.Focus)
        .Flag("shared", m.Shared, unless: false)));

    private static YamlBuilder Raw(this YamlBuilder map, string key, FocalPoint? focus) =>
        focus is { } f ? map.Raw(key, YamlBuilder.FlowList([YamlBuilder.Plain(f.X), YamlBuilder.Plain(f.Y)])) : map;

    private static bool IsDescribed(MediaItem media) =>
        media is not { Alt: null, Decorative: false, Credit: null, Licence: null, LicenceUntil: null, Consent: null, Focus: null, Shared: false };

    private static string Lines(IEnumerable<YamlBuilder> entries) => string.Concat(entries.Select(e => $"- {e}\n"));
}
