using System.Net;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Pages;

/// <summary>Robots, guesses, foreign pages and hostile text.</summary>
public sealed class AbuseTests : PortalTest
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}${7*7}";

    private protected override void Set(PortalOptions options) => options.MinimumTime = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_page_that_comes_back_at_once_is_looked_at_again()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        Assert.Contains("très rapide", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(citizen.Page.QuerySelector("input[value=arbres]")!.HasAttribute("checked"));
        Host.Clock.Move(Duration.FromSeconds(3));
        await citizen.SendAsync();
        Assert.EndsWith("/etape/2", citizen.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_robot_that_fills_in_everything_gets_no_further()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        Host.Clock.Move(Duration.FromSeconds(3));
        await citizen.SendAsync(("categorie", "arbres"), ("site_internet", "http://example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        Assert.Null(citizen.Page.QuerySelector(".code"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    public async Task A_form_without_its_pages_token_begins_nothing(string? token)
    {
        using var client = Host.Client();
        using var content = new FormUrlEncodedContent([new("categorie", "arbres"), new("_jeton", token ?? "")]);
        using var answer = await client.PostAsync(new Uri("/espace-public/signaler-une-anomalie/", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_of_one_form_opens_no_other()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/dechets/bacs/");
        var token = citizen.Page.QuerySelector("[name=_jeton]")!.GetAttribute("value")!;
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        Host.Clock.Move(Duration.FromSeconds(3));
        await citizen.SendAsync(("categorie", "arbres"), ("_jeton", token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_is_refused_except_a_code()
    {
        using var client = Host.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var empty = new FormUrlEncodedContent([new("code", TrackingCode.Create().ToString())]);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(new Uri("/dechets/bacs/", UriKind.Relative), empty)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(new Uri("/code/load", UriKind.Relative), empty)).StatusCode);
    }

    [Fact]
    public async Task Guessing_codes_ends_soon_on_every_way_to_a_code()
    {
        string[] ways = ["/demande/{0}", "/demande/{0}/etape/1", "/demande/{0}/envoyee", "/demande/{0}/verification", "/demande/{0}/fichier/00", "/api/code/{0}", "/requests/{0}.json"];
        foreach (var way in ways)
        {
            await using var host = await PortalHost.StartAsync(o => o.MinimumTime = TimeSpan.Zero);
            using var citizen = new Citizen(host);
            var good = await citizen.ReportAsync("arbres");
            using var client = host.Client();
            var last = HttpStatusCode.OK;
            for (var i = 0; i <= host.Options.WrongCodes; i++)
                last = (await client.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, way, TrackingCode.Create()), UriKind.Relative))).StatusCode;
            Assert.True(last == HttpStatusCode.TooManyRequests, $"{way}: {last}");
            // From then on not even a good code opens anything from there.
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(new Uri("/demande/" + good, UriKind.Relative))).StatusCode);
            host.Clock.Move(Duration.FromMinutes(11));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/demande/" + good, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Neither_number_nor_file_key_leads_to_a_request()
    {
        await using var host = await PortalHost.StartAsync();
        using var citizen = new Citizen(host);
        var mine = await citizen.ReportAsync("arbres", photo: "photo.jpg");
        await citizen.OpenAsync("/demande/" + mine);
        var file = citizen.Page.QuerySelector("img[src*=fichier]")!.GetAttribute("src")!.Split('/')[^1];
        using var other = new Citizen(host);
        var theirs = await other.ReportAsync("jeux");
        await other.OpenAsync($"/demande/{theirs}/fichier/{file}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.OpenAsync("/demande/1");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await other.OpenAsync("/demande/2026-00001");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    [Fact]
    public async Task Hostile_text_stays_text_on_every_page()
    {
        await using var host = await PortalHost.StartAsync();
        using var citizen = new Citizen(host);
        await citizen.OpenAsync("/vie-locale/contact/?objet=" + Uri.EscapeDataString(Hostile));
        AssertHarmless(citizen);
        await citizen.SendAsync(("destinataire", Hostile), ("commune", Hostile), ("message", Hostile));
        AssertHarmless(citizen);
        await citizen.SendAsync(("destinataire", "mairie"), ("commune", "vany"), ("objet", Hostile), ("message", Hostile));
        await citizen.SendAsync(("qualite", "association"), ("structure", Hostile), ("immatriculation", "W123"), ("prenom", Hostile), ("nom", Hostile), ("adresse", Hostile), ("courriel", Hostile));
        AssertHarmless(citizen);
        await citizen.SendAsync(("structure", "Les Amis"), ("prenom", Hostile), ("nom", Hostile), ("adresse", Hostile), ("courriel", "a@example.org"));
        AssertHarmless(citizen);
        Assert.Contains("<script>alert(1)</script>", citizen.Page.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
        await citizen.SendAsync();
        var code = citizen.Code;
        await citizen.OpenAsync("/demande/" + code);
        await citizen.SendAsync(("message", Hostile));
        AssertHarmless(citizen);
        Assert.Contains(Hostile, citizen.Page.QuerySelector(".thread")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_pages_from_one_address_are_refused()
    {
        await using var host = await PortalHost.StartAsync(o => o.Posts = 3);
        using var citizen = new Citizen(host);
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        for (var i = 0; i < 3; i++)
            await citizen.SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        await citizen.SendAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, citizen.Status);
    }

    [Fact]
    public async Task A_closed_request_takes_no_message()
    {
        await using var host = await PortalHost.StartAsync();
        using var citizen = new Citizen(host);
        var code = await citizen.ReportAsync("arbres");
        await citizen.OpenAsync("/demande/" + code);
        await host.UseAsync((SiteFactory.Portal.Requests.AgentActions a) => a.ReplyAsync(Agents.Vany, 1, 0, "Fait.", RequestStatus.Done, default));
        await citizen.SendAsync(("message", "Encore moi."));
        Assert.DoesNotContain("Encore moi.", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertHarmless(Citizen citizen)
    {
        Assert.All(citizen.Page.QuerySelectorAll("script"), s => Assert.StartsWith("/_portail/", s.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(citizen.Page.QuerySelectorAll("[onerror], img[src=x]"));
        Assert.DoesNotContain(">49<", citizen.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
