using System.Net;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Editing;

public sealed class SecondDraftTests
{
    [Fact]
    public async Task A_draft_is_saved_beside_another_one()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var visitor = await host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var first = await visitor.SubmitAsync($"/s/vany/pages/{Guid.NewGuid()}?nouveau=true", "Save", ("Title", "Un premier brouillon"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await visitor.SubmitAsync($"/s/vany/pages/{SampleTerritory.VanyPage}", "Save", ("Title", "Un second brouillon"));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
    }
}
