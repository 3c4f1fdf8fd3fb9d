using System.Collections.Immutable;
using System.Resources;
using SiteFactory.Widgets.Players;

namespace SiteFactory.Widgets;

/// <summary>What pages with directives load: bundled when this project is built, carried by its assembly.</summary>
public static class WidgetAssets
{
    /// <summary>The rules of every directive; they follow the theme's in one file.</summary>
    public static string Stylesheet { get; } = Text("widgets.css");

    /// <summary>What improves the directives that a script can improve: statements to append to the theme's module.</summary>
    public static string Script { get; } = Text("widgets.js");

    /// <summary>The custom elements that any page may load: <c>/widgets/sf.js</c> of every site.</summary>
    public static string Elements { get; } = Text("sf.js");

    /// <summary>A page that shows the elements at work; <c>__SITE__</c> and <c>__SERVICE__</c> stand for an address and a key.</summary>
    public static string ElementsDemo { get; } = Text("demo.html");

    /// <summary>What the content security policy must allow in <c>frame-src</c>; nothing is loaded before the reader asks.</summary>
    public static ImmutableArray<string> FrameSources { get; } = PlayerHost.FrameSources(PlayerHost.Default);

    private static string Text(string name)
    {
        using var source = typeof(WidgetAssets).Assembly.GetManifestResourceStream("asset:" + name) ?? throw new MissingManifestResourceException(name);
        using var reader = new StreamReader(source);
        return reader.ReadToEnd();
    }
}
