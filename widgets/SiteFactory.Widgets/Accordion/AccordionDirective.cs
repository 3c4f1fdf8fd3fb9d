using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Accordion;

/// <summary>Sections that open on demand.</summary>
public sealed record AccordionModel(RenderFragment Before, ImmutableArray<AccordionSection> Sections);

/// <summary>One of them.</summary>
public sealed record AccordionSection(BodyHeadingModel Heading, RenderFragment Body);

/// <summary><c>::: accordion</c> around <c>### </c> sections.</summary>
public sealed class AccordionDirective : Directive<AccordionView, AccordionModel>
{
    private static readonly TextResource Texts = WidgetTexts.In("Accordion");

    public override string Name => "accordion";

    protected override AccordionModel? Model(DirectiveCall call)
    {
        var sections = Section.Of(call.Children, out var before);
        if (sections.IsEmpty)
            call.Error(Texts, "accordion-without-heading", call.Line);
        return new(call.Compose(before), [.. sections.Select(s => One(call, s))]);
    }

    private static AccordionSection One(DirectiveCall call, Section section)
    {
        if (section.Body.IsEmpty)
            call.Error(Texts, "accordion-section-empty", section.Heading.Line, section.Heading.Text);
        return new(call.Heading(section.Heading), call.Compose(section.Body));
    }
}
