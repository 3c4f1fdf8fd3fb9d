using System.Reflection;
using System.Text;
using System.Text.Json;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Feeds;

/// <summary>
/// <c>/sw.js</c>: pages that were visited, and the emergency page, work without a network. The list of files it keeps from
/// the start is written into it, so that it changes when they do.
/// </summary>
internal static class ServiceWorker
{
    private const string Resource = "SiteFactory.Generator.Plan.Feeds.service-worker.js";

    private static readonly string Script = Read();

    public static DataOutput Plan(SiteShell shell)
    {
        string[] files =
        [
            Addresses.Offline,
            .. shell.Assets.Where(a => a.Key is "theme.css" or "theme.js" || a.Key.EndsWith(".woff2", StringComparison.Ordinal)).Select(a => a.Value),
            .. shell.Logo is { } logo ? new[] { logo.Src } : [],
        ];
        var list = $"[{string.Join(',', files.Select(f => $"\"{JsonEncodedText.Encode(f)}\""))}]";
        var version = Fingerprint.Of(list + Script).Short;
        var text = Script
            .Replace("__VERSION__", version, StringComparison.Ordinal)
            .Replace("__OFFLINE__", Addresses.Offline, StringComparison.Ordinal)
            .Replace("[\"__FILES__\"]", list, StringComparison.Ordinal);
        return DataOutput.Of("sw.js", Encoding.UTF8.GetBytes(text));
    }

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
