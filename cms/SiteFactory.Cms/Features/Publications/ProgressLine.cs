using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Texts;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>The line that says how far a publication is, in words and with what to do next.</summary>
/// <param name="State"><c>waiting</c>, <c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Look">The class that the message has.</param>
public sealed record ProgressLine(string State, string Look, string Text, string Link, string LinkText)
{
    private const string Media = "media/";

    /// <summary>The feature's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Publications.PublicationTexts");

    /// <summary>Whether it will say something else by itself.</summary>
    public bool Moves => State is "waiting" or "running";

    /// <summary>What was changed, as people know it: a file goes by its name, not by its place.</summary>
    public static string Named(string subject) => subject.StartsWith(Media, StringComparison.Ordinal) ? subject[Media.Length..] : subject;

    /// <summary>The line for a site.</summary>
    public static ProgressLine Of(SiteRecord site, SiteProgress progress, PublicAddresses addresses)
    {
        var list = $"/s/{site.Key}/publications";
        var text = Texts.Format("Progress" + progress.State, Named(progress.Subject));
        return progress.State switch
        {
            BuildState.Done => new("done", "message-done", text, addresses.Of(site) + "/", Texts["ProgressSee"]),
            BuildState.Failed => new("failed", "message-error", text, list, Texts["ProgressWhy"]),
            BuildState.Running => new("running", "message-progress", text, list, Texts["ProgressRefresh"]),
            _ => new("waiting", "message-progress", text, list, Texts["ProgressRefresh"]),
        };
    }
}
