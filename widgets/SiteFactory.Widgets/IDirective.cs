using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets;

/// <summary>A directive that editors may call in a body: <c>::: name {attributes}</c>. Stateless; one folder each.</summary>
public interface IDirective
{
    /// <summary>As written after the colons.</summary>
    string Name { get; }

    /// <summary>The attributes it takes; any other is a fault.</summary>
    ImmutableArray<AttributeRule> Attributes { get; }

    /// <summary>What to show; null for nothing. What is wrong goes to the call.</summary>
    RenderFragment? Compose(DirectiveCall call);
}
