using SiteFactory.Content.Faults;
using SiteFactory.Generator.Plan;

namespace SiteFactory.Generator.Check;

/// <summary>Says what is wrong inside a page, for the person who wrote it.</summary>
internal static class PageFaults
{
    public static Fault Of(PageProblem problem, PageOutput page, string site) => Of(problem, page.Source?.File ?? "/" + page.Path, site);

    /// <summary>Of an item's own text.</summary>
    public static Fault Of(PageProblem problem, Content.Model.ContentItem item) => Of(problem, item.Source?.File ?? $"{item.SiteKey}/{item.Key}", item.SiteKey);

    private static Fault Of(PageProblem problem, string file, string site)
    {
        var (code, text) = problem.Kind switch
        {
            PageProblemKind.PictureWithoutText => ("picture-without-text", "FaultPictureWithoutText"),
            PageProblemKind.DuplicateId => ("duplicate-id", "FaultDuplicateId"),
            _ => ("heading-skipped", "FaultHeadingSkipped"),
        };
        return Fault.Warning(code, site, file, null, null, GeneratorTexts.Format(text, problem.Detail), GeneratorTexts.Get(text + "Cure"));
    }
}
