using SiteFactory.Content.Texts;
using SiteFactory.Theming.Everyday;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Jobs;

/// <summary><c>::: jobs</c>: the job offers that one can still apply for.</summary>
public sealed class JobsDirective : Directive<JobsView, JobsModel>
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Jobs");

    public override string Name => "jobs";

    protected override JobsModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var found = call.Context.Jobs();
        if (found is null)
            call.Warning(Texts, "jobs-missing", call.Line);
        return found;
    }
}
