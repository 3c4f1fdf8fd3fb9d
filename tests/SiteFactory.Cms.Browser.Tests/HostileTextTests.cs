using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>
/// Text that attacks, in every field of every form of the back office and of the citizens' portal, and in what no form lets through. Every page that
/// shows something of it – screens, previews, answers to forms, portal, sites – is read as a browser reads it and then shown in one: nothing runs.
/// </summary>
public sealed class HostileTextTests(CitizenOffice office) : IClassFixture<CitizenOffice>
{
    private const int Windows = 2;

    private readonly List<string> _faults = [];

    [Fact]
    public async Task Nothing_runs_anywhere()
    {
        await HostileContent.PlantAsync(office.Host);
        using var camille = office.Host.Visitor();
        await camille.SignInAsync(BackOffice.Administrator + "@example.org", CmsHost.Password);
        var answers = await FillBackOfficeAsync(camille.Client);
        using var citizen = office.PortalClient();
        var portal = new HostileRequests(office, citizen);
        answers.AddRange(await portal.FillAsync());
        await portal.SendAsync();
        _faults.AddRange(portal.Faults);

        var shown = await ReadAsync(camille.Client, (await Screens.AllAsync(office)).Concat(await PreviewsAsync()).Concat(portal.Agents));
        shown.AddRange(await ReadAsync(citizen, portal.Pages));
        shown.AddRange(await ReadSiteAsync());
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
        // Of what answered from one address, the page that shows most of it.
        answers = [.. answers.GroupBy(a => a.Address.AbsolutePath, StringComparer.Ordinal).Select(g => g.MaxBy(a => a.Html.Split("alert(").Length)!)];
        await ShowAsync([.. answers.Concat(shown).DistinctBy(a => a.Address.Authority + a.Address.AbsolutePath, StringComparer.Ordinal)]);
    }

    // What is open to all as a stranger would, the rest as somebody who may do everything: what a form takes is shown afterwards like anything else.
    private async Task<List<Answer>> FillBackOfficeAsync(HttpClient camille)
    {
        var open = await Screens.OpenToAllAsync(office);
        var own = new EveryForm(camille);
        foreach (var screen in (await Screens.AllAsync(office)).Where(s => !s.StartsWith("/invitation/", StringComparison.Ordinal)).Except(open, StringComparer.Ordinal))
            await own.FillAsync(screen);
        using var stranger = office.Host.Visitor();
        var foreign = new EveryForm(stranger.Client);
        foreach (var screen in open)
            await foreign.FillAsync(screen);
        _faults.AddRange(own.Faults.Concat(foreign.Faults));
        return [.. own.Answers, .. foreign.Answers];
    }

    private async Task<IEnumerable<string>> PreviewsAsync() =>
        (await office.Host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.SiteKey == "vany" && i.DeletedAt == null).ToListAsync())).Select(i => $"/s/vany/apercu/{ItemAddresses.Segment(i.Kind)}/{i.Id}");

    // All pages of the built site, once it shows what was planted.
    private async Task<List<Answer>> ReadSiteAsync()
    {
        var root = Path.Combine(office.Host.Output, "www.vany.example");
        var news = Path.Combine(root, "actualites", "index.html");
        await office.Host.UntilAsync(() => File.Exists(news) && File.ReadAllText(news).Contains("alert(1)", StringComparison.Ordinal));
        using var citizen = office.PortalClient();
        return await ReadAsync(citizen, Directory.EnumerateFiles(root, "index.html", SearchOption.AllDirectories).Select(f => office.SiteUrl("vany", "/" + Path.GetRelativePath(root, f)[..^"index.html".Length])));
    }

    /// <summary>Those of the pages that hold something of it.</summary>
    private async Task<List<Answer>> ReadAsync(HttpClient client, IEnumerable<string> pages)
    {
        var holding = new List<Answer>();
        foreach (var page in pages)
        {
            using var response = await client.GetAsync(new Uri(page, UriKind.RelativeOrAbsolute));
            if (response.StatusCode is HttpStatusCode.Redirect)
                continue;
            var answer = await Answer.OfAsync(response);
            if (answer.Status >= 500)
                _faults.Add($"{page}: {answer.Status}");
            _faults.AddRange(answer.Harm().Select(h => $"{page}: {h}"));
            if (answer.HoldsAttack)
                holding.Add(answer);
        }
        Assert.NotEmpty(holding);
        return holding;
    }

    private async Task ShowAsync(IReadOnlyCollection<Answer> answers) =>
        await Task.WhenAll(answers.Chunk((answers.Count / Windows) + 1).Select(async part =>
        {
            await using var editor = await Editor.ComeAsync(office);
            await editor.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));");
            await editor.Page.RouteAsync("**/*.{css,woff2,svg,webp,avif,png,jpg}", route => route.AbortAsync());
            foreach (var answer in part)
                await answer.ShowAsync(editor);
            editor.AssertClean();
        }));
}
