using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Steps;

/// <summary>What to do, in order.</summary>
public sealed record StepsModel(RenderFragment Before, ImmutableArray<StepModel> Steps);

/// <summary>One of them.</summary>
public sealed record StepModel(BodyHeadingModel? Heading, RenderFragment Body);

/// <summary><c>::: steps</c> around an ordered list or <c>### </c> sections.</summary>
public sealed class StepsDirective : Directive<StepsView, StepsModel>
{
    private static readonly TextResource Texts = WidgetTexts.In("Steps");

    public override string Name => "steps";

    protected override StepsModel? Model(DirectiveCall call)
    {
        var sections = Section.Of(call.Children, out var before);
        if (!sections.IsEmpty)
            return new(call.Compose(before), [.. sections.Select(s => new StepModel(call.Heading(s.Heading), call.Compose(s.Body)))]);
        if (call.Children.OfType<ListNode>().SingleOrDefault() is not { IsOrdered: true } list)
        {
            call.Error(Texts, "steps-without-list", call.Line);
            return new(call.Compose(call.Children), []);
        }
        var intro = call.Children.Where(c => c != list).ToImmutableArray();
        return new(call.Compose(intro), [.. list.Items.Select(i => new StepModel(null, call.ComposeItem(i)))]);
    }
}
