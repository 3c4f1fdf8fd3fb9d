using System.Collections.Immutable;

namespace SiteFactory.Widgets;

/// <summary>The directives that editors have.</summary>
public static class Directives
{
    /// <summary>One line a directive; its folder has the same name.</summary>
    public static ImmutableArray<IDirective> All { get; } =
    [
    ];
}
