using SiteFactory.Portal.Data;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>What agents do, and what becomes of it.</summary>
public sealed class ActionTests : PortalTest
{
    [Fact]
    public async Task Of_two_agents_who_start_from_one_version_the_second_is_told()
    {
        await ReportAsync();
        var seen = await OnlyAsync(Agents.Vany);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            ActAsync(a => a.ReplyAsync(Agents.Vany, seen.Line.Id, seen.Version, $"Réponse {i}", RequestStatus.InProgress, default))));
        Assert.Single(outcomes, ActionOutcome.Done);
        Assert.Equal(5, outcomes.Count(o => o == ActionOutcome.Changed));
        Assert.Single((await OnlyAsync(Agents.Vany)).Thread, t => t.Kind == EntryKind.Message);
    }

    [Fact]
    public async Task A_draft_that_is_sent_many_times_at_once_makes_one_request()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/vie-locale/contact/?destinataire=mairie&objet=Bonjour");
        await citizen.SendAsync(("commune", "vany"), ("message", "Une question."));
        await citizen.SendAsync(("qualite", "particulier"), ("prenom", "Jeanne"), ("nom", "Petit"), ("adresse", "1 rue Haute"), ("courriel", "jeanne@example.org"));
        Assert.EndsWith("/verification", citizen.Path, StringComparison.Ordinal);
        var token = citizen.Page.QuerySelector("input[name=_jeton]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            citizen.Client.PostAsync(new Uri(citizen.Path, UriKind.Relative), new FormUrlEncodedContent([new("_jeton", token)]))));
        Assert.All(answers, a => Assert.EndsWith("/envoyee", a.Headers.Location?.ToString(), StringComparison.Ordinal));
        Assert.Equal(1, (await ListAsync(Agents.Vany)).Total);
    }

    [Fact]
    public async Task Messages_that_arrive_at_once_are_all_kept()
    {
        using var citizen = Citizen();
        var code = await citizen.ReportAsync("arbres");
        await citizen.OpenAsync("/demande/" + code);
        var token = citizen.Page.QuerySelector("input[name=_jeton]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => citizen.Client.PostAsync(
            new Uri($"/demande/{code}/message", UriKind.Relative), new FormUrlEncodedContent([new("_jeton", token), new("message", $"Message {i}")]))));
        Assert.All(answers, a => Assert.Equal(System.Net.HttpStatusCode.SeeOther, a.StatusCode));
        Assert.Equal(6, (await OnlyAsync(Agents.Vany)).Thread.Count(t => t.Kind == EntryKind.Message));
    }

    [Fact]
    public async Task A_page_of_a_form_that_is_sent_twice_at_once_goes_on()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        var token = citizen.Page.QuerySelector("input[name=_jeton]")!.GetAttribute("value")!;
        var path = new Uri(citizen.Path, UriKind.Relative);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => citizen.Client.PostAsync(
            path, new FormUrlEncodedContent([new("_jeton", token), new("arbres_type", "danger"), new("description", "Une branche.")]))));
        Assert.DoesNotContain(answers, a => (int)a.StatusCode >= 500);
    }

    [Fact]
    public async Task A_refusal_says_why()
    {
        await ReportAsync();
        var seen = await OnlyAsync(Agents.Vany);
        Assert.Equal(ActionOutcome.Invalid, await ActAsync(a => a.ReplyAsync(Agents.Vany, seen.Line.Id, seen.Version, " ", RequestStatus.Refused, default)));
        Assert.Equal(ActionOutcome.Done, await ActAsync(a => a.ReplyAsync(Agents.Vany, seen.Line.Id, seen.Version, "Terrain privé.", RequestStatus.Refused, default)));
    }

    [Fact]
    public async Task The_citizen_and_the_body_are_told_by_mail()
    {
        var code = await ReportAsync(email: "Jeanne@Example.org");
        await Host.UseAsync((Outbox o) => o.SendAsync(default));
        Assert.Contains(Host.Mail.Messages, m => m.To == "jeanne@example.org" && m.Text.Contains(code, StringComparison.Ordinal));
        Assert.Contains(Host.Mail.Messages, m => m.To == "mairie.vany@example.org" && !m.Text.Contains(code, StringComparison.Ordinal) && !m.Text.Contains("jeanne", StringComparison.OrdinalIgnoreCase));
        var seen = await OnlyAsync(Agents.Vany);
        await ActAsync(a => a.ReplyAsync(Agents.Vany, seen.Line.Id, seen.Version, "Nous venons jeudi.", RequestStatus.Done, default));
        await Host.UseAsync((Outbox o) => o.SendAsync(default));
        var news = Host.Mail.Messages[^1];
        Assert.Equal("jeanne@example.org", news.To);
        Assert.Contains("Traitée", news.Text, StringComparison.Ordinal);
        Assert.Contains(code, news.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("jeudi", news.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_cannot_leave_waits()
    {
        Host.Mail.Fails = true;
        await ReportAsync(email: "jeanne@example.org");
        await Host.UseAsync((Outbox o) => o.SendAsync(default));
        Host.Mail.Fails = false;
        Assert.Empty(Host.Mail.Messages);
        Host.Clock.Move(NodaTime.Duration.FromMinutes(10));
        await Host.UseAsync((Outbox o) => o.SendAsync(default));
        Assert.Equal(2, Host.Mail.Messages.Length);
        await Host.UseAsync((Outbox o) => o.SendAsync(default));
        Assert.Equal(2, Host.Mail.Messages.Length);
    }

    [Fact]
    public async Task Lists_are_narrowed_and_figures_add_up()
    {
        await ReportAsync("arbres", description: "Une branche de tilleul");
        await ReportAsync("jeux", description: "Une balançoire 100 % cassée");
        var line = Assert.Single((await ListAsync(Agents.Vany, new(Text: "TILLEUL"))).Lines);
        Assert.Equal(1, (await ListAsync(Agents.Vany, new(Text: "100 %"))).Total);
        Assert.Equal(0, (await ListAsync(Agents.Vany, new(Text: "%"))).Lines.Count(l => l.Id == line.Id));
        Assert.Equal(line.Id, Assert.Single((await ListAsync(Agents.Vany, new(Text: line.Reference))).Lines).Id);
        Assert.Equal(1, (await ListAsync(Agents.Vany, new(Category: "signaler-une-anomalie/jeux"))).Total);
        Host.Clock.Move(NodaTime.Duration.FromDays(2));
        await ActAsync(a => a.ReplyAsync(Agents.Vany, line.Id, 0, "Fait.", RequestStatus.Done, default));
        Assert.Equal(1, (await ListAsync(Agents.Vany, new(Open: true))).Total);
        var figures = await Host.UseAsync((DeskReports r) => r.FiguresAsync(Agents.Vany, NodaTime.Instant.MinValue.PlusTicks(1), Host.Clock.GetCurrentInstant(), default));
        Assert.Equal((2, 1, 2.0), (figures.Total, figures.Open, figures.MedianDays));
        Assert.Equal(1, figures.ByStatus[RequestStatus.Done]);
    }

    [Fact]
    public async Task A_table_for_spreadsheets_holds_no_formula_of_a_citizen()
    {
        await ReportAsync(description: "=HYPERLINK(\"http://example.org\";\"clic\")");
        var csv = await Host.UseAsync((DeskReports r) => r.CsvAsync(Agents.Vany, new(), default));
        Assert.Contains("\"'=HYPERLINK(\"\"http", csv, StringComparison.Ordinal);
        Assert.StartsWith("\ufeff\"Dossier\";", csv, StringComparison.Ordinal);
    }
}
