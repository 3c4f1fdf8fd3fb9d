using SiteFactory.Content.Texts;
using SiteFactory.Theming.Everyday;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Menus;

/// <summary><c>::: menus</c>: the canteen’s menus, week by week.</summary>
public sealed class MenusDirective : Directive<MenusView, MenusModel>
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Menus");

    public override string Name => "menus";

    protected override MenusModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var found = call.Context.Menus();
        if (found is null)
            call.Warning(Texts, "menus-missing", call.Line);
        return found;
    }
}
