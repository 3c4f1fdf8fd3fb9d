using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Tests.Requests;

/// <summary>What citizens send.</summary>
internal static class SampleRequests
{
    /// <summary>A report of a branch that threatens to fall.</summary>
    public static Task<Submitted> SendAsync(CmsHost host, string commune) => host.WithAsync(async services =>
    {
        var form = services.GetRequiredService<FormCatalog>().Find("signaler-une-anomalie")!;
        var answers = Answers.Empty.With("categorie", "arbres").With("arbres_type", "danger").With("description", "Une branche menace de tomber.").With("commune", commune).With("lieu", "rue Haute").With("courriel", "lou@example.org");
        return await services.GetRequiredService<Submission>().SendAsync(form, answers, "publik", CancellationToken.None);
    });
}
