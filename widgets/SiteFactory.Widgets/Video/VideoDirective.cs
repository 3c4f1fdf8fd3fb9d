using System.Collections.Immutable;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;
using SiteFactory.Widgets.Players;

namespace SiteFactory.Widgets.Video;

/// <summary>A video of the site's own, or a PeerTube player.</summary>
public sealed record VideoModel(string Title, PlayerModel? Player, VideoFile? File)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Video");
}

/// <param name="Type"><c>video/mp4</c>.</param>
/// <param name="Captions">Address of the WebVTT file.</param>
public sealed record VideoFile(FileLink Source, string Type, string? Captions, PictureModel? Poster);

/// <summary><c>::: video {src=media/x.mp4 title="…" poster=media/x.jpg captions=media/x.vtt}</c></summary>
public sealed class VideoDirective(ImmutableArray<PlayerHost> hosts) : Directive<VideoView, VideoModel>
{
    public override string Name => "video";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        new("src", true, VideoModel.Texts["expect.src"], IsSource),
        AttributeRule.Text("title", required: true),
        AttributeRule.Media("poster"),
        new("captions", false, VideoModel.Texts["expect.captions"], value => IsMedia(value) && value.EndsWith(".vtt", StringComparison.OrdinalIgnoreCase)),
    ];

    protected override VideoModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("src") is not { } source || call.Text("title") is not { } title)
            return null;
        return LinkPolicy.IsMedia(source) ? Own(call, source, title) : Elsewhere(call, source, title);
    }

    private VideoModel? Elsewhere(DirectiveCall call, string url, string title)
    {
        if (PlayerHost.Find([.. hosts.Where(h => h.IsPeerTube)], url, title) is { } player)
            return new(title, player, null);
        call.Error(VideoModel.Texts, "video-host", call.Line, url);
        return null;
    }

    private static VideoModel? Own(DirectiveCall call, string source, string title)
    {
        if (call.Text("captions") is null)
            call.Error(VideoModel.Texts, "video-captions-missing", call.Line);
        if (call.File(source, call.Line) is not { } file)
            return null;
        var captions = call.Text("captions") is { } text ? call.File(text, call.Line) : null;
        return new(title, null, new(file, TypeOf(source), captions?.Href, Poster(call)));
    }

    private static PictureModel? Poster(DirectiveCall call) =>
        call.Text("poster") is { } path ? call.Figure(new(path, "", null, true, call.Line))?.Picture : null;

    private static bool IsSource(string value) =>
        value.StartsWith("https://", StringComparison.Ordinal)
        || IsMedia(value) && TypeOf(value).Length > 0;

    private static bool IsMedia(string value) => LinkPolicy.Check(value)?.Kind == LinkKind.Media;

    /// <summary>The types of video files that browsers play.</summary>
    private static string TypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mp4" or ".m4v" => "video/mp4",
        ".webm" => "video/webm",
        _ => "",
    };
}
