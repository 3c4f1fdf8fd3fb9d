using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Library;

/// <summary>What strangers may send: pictures are made anew, and what could harm a visitor is refused in plain words.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync();
        _visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_photograph_loses_where_it_was_taken()
    {
        var sent = SampleFiles.JpegWithPosition();
        Assert.True(sent.AsSpan().IndexOf("GPS-49.1193"u8) > 0);
        var (status, answer) = await SendAsync("IMG 0042.JPG", sent);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("media/img-0042.jpg", answer.GetProperty("path").GetString());
        using var stored = await _visitor.GetAsync("/s/vany/phototheque/originaux/media/img-0042.jpg");
        var bytes = await stored.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xff, 0xd8], bytes[..2]);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("GPS-49.1193"u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("Exif"u8));
    }

    [Theory]
    [InlineData("page.png", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("page.svg", "<html><body><script>alert(1)</script></body></html>")]
    [InlineData("macro.docm", "PK\u0003\u0004 macro")]
    [InlineData("program.jpg", "#!/bin/sh\nrm -rf /")]
    [InlineData("shell.php", "<?php system($_GET['c']); ?>")]
    public async Task What_is_no_picture_is_refused_whatever_its_name(string name, string content)
    {
        var (status, answer) = await SendAsync(name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Sont acceptés", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(await _host.InDatabaseAsync(d => d.Media.AnyAsync()));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><a href='javascript:alert(1)'><rect/></a></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='https://traqueur.example/x.png'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><foreignObject><iframe/></foreignObject></svg>")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>&a;</svg>")]
    public async Task A_drawing_that_could_act_is_refused(string svg)
    {
        var (status, answer) = await SendAsync("dessin.svg", Encoding.UTF8.GetBytes(svg));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("SVG", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harmless_drawing_is_taken_and_served_where_it_can_do_nothing()
    {
        var (status, _) = await SendAsync("blason.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, status);
        using var shown = await _visitor.GetAsync("/s/vany/phototheque/originaux/media/blason.svg");
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_too_much_is_refused()
    {
        var (status, answer) = await SendAsync("bombe.png", SampleFiles.Png(40_000, 40_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("trop grande", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_cut_short_is_refused()
    {
        var (status, _) = await SendAsync("coupee.jpg", SampleFiles.JpegWithPosition()[..^60]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task A_picture_gets_the_ending_of_what_it_is()
    {
        var (status, answer) = await SendAsync("../../etc/Été à Vany.html.gif", SampleFiles.Png(3, 2));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("media/ete-a-vany-html.png", answer.GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_same_name_twice_gives_two_files()
    {
        await SendAsync("mairie.png", SampleFiles.Png(3, 2));
        var (_, answer) = await SendAsync("mairie.png", SampleFiles.Png(4, 2));
        Assert.Equal("media/mairie-2.png", answer.GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj", "JavaScript")]
    [InlineData("1 0 obj <</S /J#61vaScript>> endobj", "JavaScript")]
    [InlineData("1 0 obj <</S /Launch /F (cmd.exe)>> endobj", "programme")]
    public async Task A_document_that_could_act_is_refused(string content, string told)
    {
        var (status, answer) = await SendAsync("acte.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n" + content + "\n%%EOF"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(told, answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_packed_inside_a_document_is_found()
    {
        using var packed = new MemoryStream();
        await using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            await zip.WriteAsync("1 0 <</S /JavaScript /JS (app.alert(1))>>"u8.ToArray());
        byte[] file = [.. "%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4>> stream\n"u8, .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
        var (status, _) = await SendAsync("acte.pdf", file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task An_ordinary_document_is_taken_and_downloaded()
    {
        var (status, answer) = await SendAsync("PV du 14 mars.pdf", SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("media/pv-du-14-mars.pdf", answer.GetProperty("path").GetString());
        using var shown = await _visitor.GetAsync("/s/vany/phototheque/originaux/media/pv-du-14-mars.pdf");
        Assert.Equal("attachment", shown.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        using var body = Form("mairie.png", SampleFiles.Png(3, 2));
        using var answer = await _visitor.Client.PostAsync(new Uri("/s/vany/phototheque/fichiers", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await _host.InDatabaseAsync(d => d.Media.AnyAsync()));
    }

    [Fact]
    public async Task Without_scripts_several_files_are_sent_and_then_described()
    {
        var page = await _visitor.OpenAsync("/s/vany/phototheque");
        using var body = Form("mairie.png", SampleFiles.Png(3, 2), "fichiers");
        body.Add(new ByteArrayContent(SampleFiles.Png(5, 2)), "fichiers", "lavoir.png");
        body.Add(new StringContent("x"), "fichiers", "note.txt");
        body.Add(new StringContent(page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        using var answer = await _visitor.Client.PostAsync(new Uri("/s/vany/phototheque?handler=Upload", UriKind.Relative), body);
        var describe = answer.Headers.Location!.ToString();
        Assert.StartsWith("/s/vany/phototheque/decrire?ids=", describe, StringComparison.Ordinal);
        using var refused = await _visitor.SubmitAsync(describe, "", ("Said[0].Alt", "La mairie"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var saved = await _visitor.SubmitAsync(describe, "", ("Said[0].Alt", "La mairie"), ("Said[1].Decorative", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.True(await _host.InDatabaseAsync(d => d.Media.AnyAsync(m => m.Alt == "La mairie")));
        Assert.True(await _host.InDatabaseAsync(d => d.Media.AnyAsync(m => m.Decorative)));
    }

    [Fact]
    public async Task A_file_that_is_shown_is_not_thrown_away_but_can_be_replaced()
    {
        var (_, answer) = await SendAsync("mairie.png", SampleFiles.Png(3, 2));
        var file = answer.GetProperty("edit").GetString()!;
        using var used = await _visitor.SubmitAsync($"/s/vany/pages/{SampleTerritory.VanyPage}", "Save", ("Body", "![La mairie](media/mairie.png)"));
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        Assert.Contains("Le conseil municipal", (await _visitor.OpenAsync(file)).QuerySelector("[aria-labelledby=usages]")!.TextContent, StringComparison.Ordinal);
        using var deleted = await _visitor.SubmitAsync(file, "Delete");
        Assert.False(await _host.InDatabaseAsync(d => d.Media.AnyAsync(m => m.DeletedAt != null)));
        var page = await _visitor.OpenAsync(file);
        using var body = Form("neuf.png", SampleFiles.Png(7, 5), "fichier");
        body.Add(new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        using var replaced = await _visitor.Client.PostAsync(new Uri(file + "?handler=Replace", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        var record = await _host.InDatabaseAsync(d => d.Media.SingleAsync());
        Assert.Equal(("media/mairie.png", 7, 5), (record.Path, record.Width, record.Height));
    }

    [Fact]
    public async Task A_file_that_is_renamed_is_named_anew_by_everything_of_the_site_that_shows_it()
    {
        var path = $"/s/vany/pages/{SampleTerritory.VanyPage}";
        var (_, answer) = await SendAsync("mairie.png", SampleFiles.Png(3, 2));
        await SendAsync("mairie.png.png", SampleFiles.Png(3, 2));
        var file = answer.GetProperty("edit").GetString()!;
        using var live = await _visitor.SubmitAsync(path, "Publish", ("Image", "media/mairie.png"), ("ImageAlt", "La mairie"), ("Body", "![La mairie](media/mairie.png) puis ![La même](media/mairie-png.png)."));
        Assert.True(live.StatusCode == HttpStatusCode.Redirect, await live.Content.ReadAsStringAsync());
        using var draft = await _visitor.SubmitAsync(path, "Save", ("Body", "Bientôt : ![La mairie](media/mairie.png)."));
        using var renamed = await _visitor.SubmitAsync(file, "Rename", ("Name", "Hôtel de ville"));
        Assert.True(renamed.StatusCode == HttpStatusCode.Redirect, await renamed.Content.ReadAsStringAsync());
        var page = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.Contains("image: media/hotel-de-ville.png", page.LiveText, StringComparison.Ordinal);
        Assert.Contains("(media/hotel-de-ville.png) puis ![La même](media/mairie-png.png)", page.LiveText, StringComparison.Ordinal);
        Assert.Contains("(media/hotel-de-ville.png)", page.DraftText, StringComparison.Ordinal);
        var told = await _host.InDatabaseAsync(d => d.Outbox.OrderByDescending(o => o.Id).Take(2).Select(o => o.Paths).ToListAsync());
        Assert.Contains(told, p => p.Contains(page.LivePath!, StringComparison.Ordinal));
        Assert.Contains(told, p => p.Contains("vany/media/mairie.png", StringComparison.Ordinal) && p.Contains("vany/media/hotel-de-ville.png", StringComparison.Ordinal));
        Assert.Contains("Le conseil municipal", (await _visitor.OpenAsync(file)).QuerySelector("[aria-labelledby=usages]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(string name, byte[] content)
    {
        var page = await _visitor.OpenAsync("/s/vany/phototheque");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/s/vany/phototheque/fichiers") { Content = Form(name, content) };
        request.Headers.Add("RequestVerificationToken", page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        using var response = await _visitor.Client.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static MultipartFormDataContent Form(string name, byte[] content, string field = "fichier") => new() { { new ByteArrayContent(content), field, name } };
}
