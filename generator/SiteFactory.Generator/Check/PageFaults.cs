using SiteFactory.Content.Faults;
using SiteFactory.Generator.Plan;

namespace SiteFactory.Generator.Check;

/// <summary>Says what is wrong inside a page, for the person who wrote it.</summary>
internal static class PageFaults
{
    public static Fault Of(PageProblem problem, PageOutput page, string site)
    {
        var (code, text) = problem.Kind switch
        {
            PageProblemKind.PictureWithoutText => ("picture-without-text", "FaultPictureWithoutText"),
            PageProblemKind.DuplicateId => ("duplicate-id", "FaultDuplicateId"),
            _ => ("heading-skipped", "FaultHeadingSkipped"),
        };
        return Fault.Warning(code, site, page.Source?.File ?? "/" + page.Path, null, null, GeneratorTexts.Format(text, problem.Detail), GeneratorTexts.Get(text + "Cure"));
    }
}
