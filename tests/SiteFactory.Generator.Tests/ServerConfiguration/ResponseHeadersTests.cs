using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Tests.ServerConfiguration;

public sealed class ResponseHeadersTests
{
    [Theory]
    [InlineData("/", "no-cache")]
    [InlineData("/actualites/rentree/", "no-cache")]
    [InlineData("/404.html", "no-cache")]
    [InlineData("/service-worker.js", "no-cache")]
    [InlineData("/manifest.webmanifest", "no-cache")]
    [InlineData("/alertes.json", "no-cache")]
    [InlineData("/assets/theme.1a2b3c4d5e.css", "public, max-age=31536000, immutable")]
    [InlineData("/medias/mairie-1a2b3c4d5e-800.webp", "public, max-age=31536000, immutable")]
    [InlineData("/medias/blason-1a2b3c4d5e.svg", "public, max-age=31536000, immutable")]
    [InlineData("/agenda/agenda.ics", "public, max-age=300")]
    [InlineData("/favicon.svg", "public, max-age=86400")]
    [InlineData("/apple-touch-icon.png", "public, max-age=86400")]
    public void What_may_change_is_asked_for_again(string path, string expected) =>
        Assert.Equal(expected, Value(path, "Cache-Control"));

    [Fact]
    public void A_page_runs_nothing_inline()
    {
        var policy = Value("/", "Content-Security-Policy")!;
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portal_adds_its_origin_to_where_forms_may_go_and_to_nothing_else()
    {
        var plain = Value("/", "Content-Security-Policy")!;
        var policy = ResponseHeaders.For("/demarches/", [], ["https://portail.example.org"]).Single(h => h.Name == "Content-Security-Policy").Value;
        Assert.Contains("form-action 'self' https://portail.example.org;", policy, StringComparison.Ordinal);
        Assert.Equal(plain, policy.Replace(" https://portail.example.org", "", StringComparison.Ordinal));
        Assert.DoesNotContain("portail", ResponseHeaders.For("/medias/a.svg", ["https://portail.example.org"], ["https://portail.example.org"]).Single(h => h.Name == "Content-Security-Policy").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_portal_shown_in_a_page_adds_its_origin_to_frames_and_to_nothing_else()
    {
        var plain = Value("/", "Content-Security-Policy")!;
        var policy = ResponseHeaders.For("/", ["https://portail.example.org"], []).Single(h => h.Name == "Content-Security-Policy").Value;
        Assert.Matches("frame-src [^;]* https://portail.example.org;", policy);
        Assert.Equal(plain, policy.Replace(" https://portail.example.org", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_custom_elements_may_be_loaded_by_other_sites() =>
        Assert.Equal("*", Value("/widgets/sf.js", "Access-Control-Allow-Origin"));

    [Fact]
    public void A_drawing_opened_by_itself_runs_nothing() =>
        Assert.Contains("sandbox", Value("/medias/blason-1a2b3c4d5e.svg", "Content-Security-Policy"), StringComparison.Ordinal);

    [Fact]
    public void Open_data_may_be_read_by_other_sites_and_pages_may_not()
    {
        Assert.Equal("*", Value("/annuaire.geojson", "Access-Control-Allow-Origin"));
        Assert.Null(Value("/", "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/actualites/flux.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/actualites/flux.json", "application/feed+json")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/agenda/fete.ics", "text/calendar; charset=utf-8")]
    [InlineData("/annuaire.geojson", "application/geo+json")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/index.html", "text/html; charset=utf-8")]
    [InlineData("/x.exe", "application/octet-stream")]
    public void Every_kind_of_file_has_its_type(string path, string type) => Assert.Equal(type, ContentTypes.Of(path));

    private static string? Value(string path, string header) =>
        ResponseHeaders.For(path).SingleOrDefault(h => h.Name == header)?.Value;
}
