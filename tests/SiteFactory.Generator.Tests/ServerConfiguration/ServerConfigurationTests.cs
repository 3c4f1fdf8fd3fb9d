using System.Collections.Immutable;
using System.Diagnostics;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.ServerConfiguration;

namespace SiteFactory.Generator.Tests.ServerConfiguration;

public sealed class ServerConfigurationTests
{
    private static readonly ServerLayout Layout = new(
        "/srv/public",
        [
            new("metropole", "Metz Métropole", "www.metzmetropole.fr", true, 222000, null, 10, ImmutableSortedDictionary<string, string>.Empty) { FormTargets = ["https://portail.example.org"], FrameSources = ["https://cadre.example.org"] },
            new("la-maxe", "La Maxe", "www.lamaxe.fr", false, 900, "/medias/blason.svg", 10,
                ImmutableSortedDictionary<string, string>.Empty.Add("/ancienne page/", "/mairie/").Add("/vieux.html", "/")),
            new("services", "Services", "services.example.org", false, null, null, 1, ImmutableSortedDictionary<string, string>.Empty),
        ])
    {
        Moved = ImmutableSortedDictionary<string, string>.Empty.Add("www.vieille-maxe.fr", "www.lamaxe.fr"),
    };

    [Theory]
    [InlineData("www.vany.fr", "vany.fr")]
    [InlineData("vany.fr", "www.vany.fr")]
    [InlineData("services.example.org", null)]
    public void A_domain_answers_with_and_without_www(string domain, string? other) =>
        Assert.Equal(other, ServerLayout.OtherName(domain));

    [Fact]
    public void Both_configurations_know_every_host_and_every_old_path()
    {
        foreach (var text in new[] { NginxConfiguration.For(Layout), CaddyConfiguration.For(Layout) })
        {
            foreach (var expected in new[] { "www.metzmetropole.fr", "lamaxe.fr", "services.example.org", "\"/ancienne page/\" \"/mairie/\"", "/srv/public/www.lamaxe.fr", "/srv/public/.kept/www.lamaxe.fr", "vieille-maxe.fr", "https://www.lamaxe.fr" })
                Assert.Contains(expected, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_configurations_carry_the_tested_headers()
    {
        foreach (var text in new[] { NginxConfiguration.For(Layout), CaddyConfiguration.For(Layout) })
        {
            foreach (var header in ResponseHeaders.Always)
                Assert.Contains($"{header.Name} \"{header.Value}\"", text, StringComparison.Ordinal);
            foreach (var part in ContentPolicy.Page.Split("; form-action 'self'"))
                Assert.Contains(part, text, StringComparison.Ordinal);
            Assert.Contains(ContentPolicy.Drawing, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_site_that_has_a_portal_may_send_its_forms_there()
    {
        var nginx = NginxConfiguration.For(Layout);
        Assert.Contains("    www.metzmetropole.fr \" https://portail.example.org\";", nginx, StringComparison.Ordinal);
        Assert.Contains("${sitefactory_frames}; form-action 'self'${sitefactory_forms};", nginx, StringComparison.Ordinal);
        Assert.Contains("    www.metzmetropole.fr \" https://cadre.example.org\";", nginx, StringComparison.Ordinal);
        var caddy = CaddyConfiguration.For(Layout);
        Assert.Contains("import sitefactory \" https://portail.example.org\" \" https://cadre.example.org\"", caddy, StringComparison.Ordinal);
        Assert.Contains("{args[1]}; form-action 'self'{args[0]};", caddy, StringComparison.Ordinal);
        Assert.Equal(2, caddy.Split("import sitefactory \"\"").Length - 1);
        foreach (var text in new[] { nginx, caddy })
            Assert.Single(text.Split("https://portail.example.org").Skip(1));
    }

    /// <summary>Where nginx is installed, it reads the configuration itself; elsewhere there is nothing to ask.</summary>
    [Fact]
    public async Task Nginx_accepts_the_configuration()
    {
        if (!File.Exists("/usr/sbin/nginx"))
            return;
        var folder = Directory.CreateTempSubdirectory("sitefactory-nginx-").FullName;
        try
        {
            await RunAsync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", "-days", "2", "-keyout", folder + "/privkey.pem", "-out", folder + "/fullchain.pem"]);
            var sites = NginxConfiguration.For(Layout);
            foreach (var domain in Layout.Sites.Select(s => s.Domain).Concat(Layout.Moved.Keys))
                sites = sites.Replace($"/etc/ssl/sites/{domain}/", folder + "/", StringComparison.Ordinal);
            await File.WriteAllTextAsync(folder + "/sites.conf", sites);
            await File.WriteAllTextAsync(folder + "/nginx.conf", $"pid {folder}/pid; error_log {folder}/error.log;\nevents {{ }}\nhttp {{ access_log off; include {folder}/sites.conf; }}\n");
            var said = await RunAsync("/usr/sbin/nginx", ["-t", "-c", folder + "/nginx.conf"]);
            Assert.Contains("test is successful", said, StringComparison.Ordinal);
            Assert.DoesNotContain("[warn]", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same for Caddy.</summary>
    [Fact]
    public async Task Caddy_accepts_the_configuration()
    {
        if (!File.Exists("/usr/bin/caddy"))
            return;
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, CaddyConfiguration.For(Layout));
            var said = await RunAsync("/usr/bin/caddy", ["adapt", "--adapter", "caddyfile", "--config", file]);
            Assert.DoesNotContain("Error", said, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string command, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return said;
    }
}
