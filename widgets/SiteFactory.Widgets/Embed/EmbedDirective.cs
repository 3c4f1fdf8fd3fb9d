using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;
using SiteFactory.Widgets.Players;

namespace SiteFactory.Widgets.Embed;

/// <summary><c>::: embed {url="https://…" title="…"}</c>: allowed hosts only, loaded when the reader asks for it.</summary>
public sealed class EmbedDirective(ImmutableArray<PlayerHost> hosts) : Directive<PlayerView, PlayerModel>
{
    private static readonly TextResource Texts = WidgetTexts.In("Embed");

    public override string Name => "embed";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
        [new("url", true, Texts["expect"], IsHttps), AttributeRule.Text("title", required: true)];

    protected override PlayerModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("url") is not { } url || call.Text("title") is not { } title)
            return null;
        var player = PlayerHost.Find(hosts, url, title);
        if (player is null)
            call.Error(Texts, "embed-host", call.Line, url, string.Join(", ", hosts.Select(h => h.Name)));
        return player;
    }

    private static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.Ordinal);
}
