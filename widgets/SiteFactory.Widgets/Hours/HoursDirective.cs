using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Shell;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Hours;

/// <summary>When a place is open.</summary>
/// <param name="Name">Whose hours.</param>
public sealed record HoursTableModel(string Name, HoursModel Hours)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Hours");
}

/// <summary><c>::: hours {entry=mairie}</c>; without an entry, the site's own contact.</summary>
public sealed class HoursDirective : Directive<HoursView, HoursTableModel>
{
    public override string Name => "hours";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("entry")];

    protected override HoursTableModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("entry") is not { } key)
            return Table(call, call.Context.Contact.Name, call.Context.Contact.Hours);
        return call.Entry(key) is { } entry ? Table(call, entry.Title, entry.Hours) : null;
    }

    private static HoursTableModel? Table(DirectiveCall call, string name, HoursModel? hours)
    {
        if (hours is null)
            call.Error(HoursTableModel.Texts, "hours-missing", call.Line, name);
        return hours is null ? null : new(name, hours);
    }
}
