using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteFactory.Content.Bodies;
using SiteFactory.Theming.Bodies;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets;

/// <summary>Parses bodies and resolves their pictures, links and directives against the site that shows them.</summary>
public sealed class BodyComposer(ImmutableArray<IDirective> directives) : IBodyComposer
{
    /// <summary>What a text must hold to need its site: a directive, a picture, a media file, a link to a page.</summary>
    private static readonly SearchValues<string> Needs =
        SearchValues.Create([":::", "![", "media/", "](/", "](</", "]:"], StringComparison.Ordinal);

    private readonly FrozenDictionary<string, IDirective> _directives = directives.ToFrozenDictionary(d => d.Name);

    /// <summary>With every directive.</summary>
    public BodyComposer()
        : this(Directives.All)
    {
    }

    /// <inheritdoc/>
    public bool NeedsContext(string markdown) => markdown.AsSpan().ContainsAny(Needs);

    /// <inheritdoc/>
    public ComposedBody Compose(string markdown, IBodyContext context)
    {
        var document = BodyParser.Parse(markdown);
        var composition = new Composition(_directives, context);
        var fragment = composition.Fragment(document.Nodes);
        var faults = document.Issues
            .Select(i => new BodyFault(i.Code, i.IsError, i.Line, i.Message, i.Cure))
            .Concat(composition.Faults)
            .OrderBy(f => f.Line);
        return new(fragment, [.. faults]) { Frames = [.. composition.Frames] };
    }
}
