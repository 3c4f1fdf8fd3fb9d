using SiteFactory.Content.Texts;
using SiteFactory.Theming.Everyday;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Works;

/// <summary><c>::: works</c>: works and closed roads, with a map.</summary>
public sealed class WorksDirective : Directive<WorksView, WorksModel>
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Works");

    public override string Name => "works";

    protected override WorksModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var found = call.Context.Works();
        if (found is null)
            call.Warning(Texts, "works-missing", call.Line);
        return found;
    }
}
