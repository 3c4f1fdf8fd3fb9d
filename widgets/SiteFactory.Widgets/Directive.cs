using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets;

/// <summary>A directive that makes a model and has a component show it.</summary>
public abstract class Directive<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TView, TModel> : IDirective
    where TView : WidgetComponent<TModel>
    where TModel : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual ImmutableArray<AttributeRule> Attributes => [];

    /// <inheritdoc/>
    public RenderFragment? Compose(DirectiveCall call) =>
        Model(call) is { } model ? Markup.Component<TView, TModel>(model) : null;

    /// <summary>What to show; null for nothing.</summary>
    protected abstract TModel? Model(DirectiveCall call);
}
