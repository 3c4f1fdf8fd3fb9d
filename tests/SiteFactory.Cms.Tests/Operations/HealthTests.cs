using System.Net;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task A_worker_says_that_it_is_well_under_any_name_and_answers_nothing_else()
    {
        await using var host = await CmsHost.StartAsync(role: CmsRole.Worker);
        using var visitor = host.Visitor();
        visitor.Client.DefaultRequestHeaders.Host = "10.1.2.3";
        foreach (var path in new[] { "/health/live", "/health/ready", "/sante" })
        {
            using var response = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("\"status\":\"ok\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var other = await visitor.GetAsync("/connexion");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_process_whose_folder_cannot_be_written_is_not_ready()
    {
        await using var host = await CmsHost.StartAsync(role: CmsRole.Worker);
        Directory.CreateDirectory(host.Output);
        Directory.Delete(host.Output, recursive: true);
        await File.WriteAllTextAsync(host.Output, "not a folder");
        using var visitor = host.Visitor();
        using var response = await visitor.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("\"output\":\"failing\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_passwords_is_slowed_down()
    {
        await using var host = await CmsHost.StartAsync(settings: "--Cms:SignInsPerMinute=2");
        using var visitor = host.Visitor();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var taken = await visitor.SubmitAsync("/connexion", "", ("Email", "x@example.org"), ("Password", "faux"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }
        using var refused = await visitor.SubmitAsync("/connexion", "", ("Email", "x@example.org"), ("Password", "faux"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Trop de demandes", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
