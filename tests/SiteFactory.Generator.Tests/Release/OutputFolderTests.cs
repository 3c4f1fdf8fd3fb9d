using SiteFactory.Generator.Write;

namespace SiteFactory.Generator.Tests.Release;

public sealed class OutputFolderTests
{
    [Theory]
    [InlineData("agenda/fete")]
    [InlineData("a/../b")]
    [InlineData("/etc")]
    public void A_path_inside_the_release_is_kept(string path) =>
        Assert.StartsWith("/srv/release/", OutputFolder.PathIn("/srv/release", path), StringComparison.Ordinal);

    [Theory]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("../release-2/x")]
    [InlineData("")]
    public void A_path_that_leads_out_of_the_release_is_refused(string path) =>
        Assert.Throws<IOException>(() => OutputFolder.PathIn("/srv/release", path));
}
