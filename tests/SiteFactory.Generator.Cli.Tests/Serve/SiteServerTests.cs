using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using SiteFactory.Generator.Cli.Serve;
using SiteFactory.Serving;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Cli.Tests.Serve;

public sealed class SiteServerTests : IAsyncLifetime, IDisposable
{
    private readonly BuiltFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SiteServer _server = null!;

    public async Task InitializeAsync() => _server = await SiteServer.StartAsync(new(_folder.Root, 0), default);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_site_answers_at_its_key_and_at_its_domain()
    {
        Assert.Contains("<h1>Accueil", await Text("vany.localhost", "/"), StringComparison.Ordinal);
        Assert.Contains("<h1>Accueil", await Text("www.vany.fr", "/"), StringComparison.Ordinal);
        Assert.Contains("<h1>Métropole", await Text("metropole.localhost", "/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/agenda/agenda.ics")]
    [InlineData("/medias/blason-1a2b3c4d5e.svg")]
    [InlineData("/nulle-part/")]
    public async Task Responses_carry_the_headers_of_production(string path)
    {
        using var response = await Get("vany.localhost", path);
        var asked = response.StatusCode == HttpStatusCode.NotFound ? "/404.html" : path;
        foreach (var header in ResponseHeaders.For(asked))
        {
            var values = response.Headers.TryGetValues(header.Name, out var found) ? found : [];
            Assert.Equal(header.Value, string.Join(", ", values));
        }
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", "")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public async Task The_form_that_the_browser_prefers_is_sent(string accepted, string expected)
    {
        using var response = await Get("vany.localhost", "/", r => r.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));
        Assert.Equal(expected, string.Join(' ', response.Content.Headers.ContentEncoding));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        using var first = await Get("vany.localhost", "/");
        using var second = await Get("vany.localhost", "/", r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotEmpty(second.Headers.GetValues("Content-Security-Policy"));
        using var other = await Get("vany.localhost", "/", r => r.Headers.TryAddWithoutValidation("Accept-Encoding", "br"));
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task A_head_request_has_the_headers_and_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Address("/")) { Headers = { Host = "vany.localhost" } };
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 1000);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_of_a_film_can_be_asked_for()
    {
        using var response = await Get("vany.localhost", "/medias/film-1a2b3c4d5e.mp4", r => r.Headers.Range = new RangeHeaderValue(2, 4));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync());
        Assert.Equal("bytes 2-4/10", response.Content.Headers.ContentRange!.ToString());
    }

    [Fact]
    public async Task A_missing_page_shows_the_sites_own_page()
    {
        using var response = await Get("vany.localhost", "/nulle-part/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Introuvable", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/actualites", "/actualites/")]
    [InlineData("/actualites?page=2", "/actualites/?page=2")]
    [InlineData("/ancienne/", "/actualites/")]
    [InlineData("/ancienne", "/actualites/")]
    [InlineData("/%C3%A9t%C3%A9.html", "/agenda/%C3%A0%20venir/")]
    public async Task Old_addresses_lead_to_the_new_ones(string from, string to)
    {
        using var response = await Get("vany.localhost", from);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(to, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_redirect_cannot_be_made_to_leave_the_site()
    {
        var response = await Raw("GET //example.org/.. HTTP/1.1");
        Assert.DoesNotContain("301", response.Status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/www.metzmetropole.fr/index.html")]
    [InlineData("/..%5c..%5cetc%5cpasswd")]
    [InlineData("/actualites/%00/../index.html")]
    [InlineData("/../000001-a.card.json")]
    [InlineData("//etc/passwd")]
    [InlineData("/.git/config")]
    [InlineData("/medias/..;/index.html")]
    public async Task Nothing_outside_the_release_can_be_reached(string path)
    {
        var response = await Raw($"GET {path} HTTP/1.1");
        Assert.Matches("^HTTP/1.1 (400|404)", response.Status);
        Assert.DoesNotContain("root:", response.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("redirects", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_well_known_folder_is_served() =>
        Assert.Contains("Contact:", await Text("vany.localhost", "/.well-known/security.txt"), StringComparison.Ordinal);

    [Fact]
    public async Task A_new_release_is_seen_at_once()
    {
        _folder.Release("www.vany.fr", "000002-b", "vany", "Vany", false, new Dictionary<string, string> { ["index.html"] = BuiltFolder.Page("Nouvelle") });
        Assert.Contains("Nouvelle", await Text("vany.localhost", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_page_finds_its_stylesheet_and_no_withdrawn_document()
    {
        foreach (var path in new[] { "assets/theme.0123456789.css", "medias/retire-0123456789.pdf" })
        {
            var file = Path.Combine(_folder.Root, ".kept", "www.vany.fr", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "body { color: red }");
        }
        using var style = await Get("vany.localhost", "/assets/theme.0123456789.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Equal("text/css; charset=utf-8", style.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", style.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var document = await Get("vany.localhost", "/medias/retire-0123456789.pdf");
        Assert.Equal(HttpStatusCode.NotFound, document.StatusCode);
    }

    [Fact]
    public async Task The_domain_that_a_site_had_before_leads_to_the_one_it_has()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, ".server"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Root, ".server", "moved.json"), """{ "www.vieux-vany.fr": "vany" }""");
        using var response = await Get("www.vieux-vany.fr", "/actualites/?page=2");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"http://www.vany.fr:{_server.Port}/actualites/?page=2", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_list_names_every_site_and_encodes_what_it_shows()
    {
        var list = await Text("localhost", "/");
        Assert.Contains($"http://vany.localhost:{_server.Port}/", list, StringComparison.Ordinal);
        Assert.Contains("Metz &lt;Métropole&gt;", list, StringComparison.Ordinal);
        Assert.Contains("400 habitants", list, StringComparison.Ordinal);
        Assert.DoesNotContain("{", list, StringComparison.Ordinal);
        using var emblem = await Get("localhost", "/-/embleme/vany");
        Assert.Equal("image/svg+xml", emblem.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task An_unknown_host_is_told_where_the_list_is()
    {
        using var response = await Get("nulle-part.localhost", "/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"http://localhost:{_server.Port}/", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/")) { Headers = { Host = "vany.localhost" } };
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        var busy = await Assert.ThrowsAsync<PortBusyException>(() => SiteServer.StartAsync(new(_folder.Root, _server.Port), default));
        Assert.Equal(_server.Port, busy.Port);
    }

    [Fact]
    public async Task Only_the_watch_server_adds_its_script()
    {
        Assert.DoesNotContain("rechargement", await Text("vany.localhost", "/"), StringComparison.Ordinal);
        var reload = new LiveReload();
        await using var watching = await SiteServer.StartAsync(new(_folder.Root, 0, reload), default);
        var page = await Text("vany.localhost", "/", watching);
        Assert.Contains("<script src=\"/-/rechargement.js\" type=\"module\"></script></body>", page, StringComparison.Ordinal);
        Assert.Contains("EventSource", await Text("vany.localhost", "/-/rechargement.js", watching), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_hears_of_its_own_sites_rebuild()
    {
        var reload = new LiveReload();
        await using var watching = await SiteServer.StartAsync(new(_folder.Root, 0, reload), default);
        using var request = Request("vany.localhost", "/-/rechargement", watching);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": ready", await events.ReadLineAsync());
        await events.ReadLineAsync();
        reload.Rebuilt(["metropole"]);
        reload.Rebuilt(["vany"]);
        Assert.Equal("event: rebuilt", await events.ReadLineAsync());
    }

    private Uri Address(string path, SiteServer? server = null) =>
        new($"http://127.0.0.1:{(server ?? _server).Port}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private HttpRequestMessage Request(string host, string path, SiteServer? server = null) =>
        new(HttpMethod.Get, Address(path, server)) { Headers = { Host = $"{host}:{(server ?? _server).Port}" } };

    private async Task<HttpResponseMessage> Get(string host, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(host, path);
        change?.Invoke(request);
        return await _client.SendAsync(request);
    }

    private async Task<string> Text(string host, string path, SiteServer? server = null)
    {
        using var request = Request(host, path, server);
        using var response = await _client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<RawResponse> Raw(string requestLine)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _server.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{requestLine}\r\nHost: vany.localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        return new(text.Split('\r')[0], text);
    }

    private sealed record RawResponse(string Status, string Body);
}
