using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.PersonalData;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Answers to a consultation are counted for the body that asks, and handled by nobody.</summary>
public sealed class ConsultationTests : PortalTest
{
    private const string Slug = "consultation-mobilites";

    [Fact]
    public async Task Each_answer_is_counted_and_free_texts_are_read()
    {
        await AnswerAsync("vany", ["marche", "bus"], "soir", "Un bus le dimanche.");
        await AnswerAsync("vany", ["bus"], "pistes", null);
        await AnswerAsync("amanvillers", ["velo"], "pistes", "=1+1");
        var figures = (await FiguresAsync(Agents.Metropole))!;
        Assert.Equal((3, 0), (figures.Answers, figures.Erased));
        Assert.Equal([("À pied", 1), ("À vélo ou à trottinette", 1), ("En bus", 2)], Counts(figures, "modes").Where(c => c.Count > 0));
        Assert.Equal(("Des pistes cyclables continues", 2), Counts(figures, "priorite").First());
        Assert.Equal(2, Counts(figures, "commune").First().Count);
        Assert.Equal(["=1+1", "Un bus le dimanche."], Question(figures, "avis").Texts.Select(t => t.Text));
        Assert.Equal(0, Question(figures, "age").Given);
    }

    [Fact]
    public async Task The_table_has_every_answer_in_words_and_no_formula()
    {
        await AnswerAsync("vany", ["marche", "bus"], "soir", "=1+1");
        var lines = (await Host.UseAsync<ConsultationDesk, string?>(d => d.CsvAsync(Agents.Metropole, Slug, default)))!.TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"Quelle devrait être la première priorité ?\"", lines[0].Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("\"À pied, En bus\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=1+1\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_body_reads_none_of_them()
    {
        await AnswerAsync("vany", ["bus"], "soir", "Un bus le dimanche.");
        Assert.Null(await FiguresAsync(Agents.VanyAdministrator));
        Assert.Null(await Host.UseAsync<ConsultationDesk, string?>(d => d.CsvAsync(Agents.VanyAdministrator, Slug, default)));
        Assert.Empty(await Host.UseAsync<ConsultationDesk, IReadOnlyList<ConsultationLine>>(d => d.ListAsync(Agents.Vany, default)));
        Assert.Equal(1, Assert.Single(await Host.UseAsync<ConsultationDesk, IReadOnlyList<ConsultationLine>>(d => d.ListAsync(Agents.Metropole, default))).Answers);
    }

    [Fact]
    public async Task They_stand_neither_among_the_requests_to_handle_nor_in_their_figures()
    {
        await AnswerAsync("vany", ["bus"], "soir", null);
        Assert.Equal(0, (await ListAsync(Agents.Metropole, new() { Without = [Slug] })).Total);
        Assert.Equal(1, (await ListAsync(Agents.Metropole, new(Category: Slug) { Without = [Slug] })).Total);
        var figures = await Host.UseAsync<DeskReports, DeskFigures>(r => r.FiguresAsync(Agents.Metropole, Host.Clock.GetCurrentInstant() - NodaTime.Duration.FromDays(1), Host.Clock.GetCurrentInstant() + NodaTime.Duration.FromDays(1), default));
        Assert.Equal(0, figures.Total);
    }

    [Fact]
    public async Task Answers_whose_time_is_over_are_counted_and_no_longer_told()
    {
        await AnswerAsync("vany", ["bus"], "soir", "Un bus le dimanche.");
        Host.Clock.Move(NodaTime.Duration.FromDays(600));
        await Host.UseAsync<Purge, PurgeReport>(p => p.RunAsync(default));
        var figures = (await FiguresAsync(Agents.Metropole))!;
        Assert.Equal((1, 1), (figures.Answers, figures.Erased));
        Assert.All(figures.Questions, q => Assert.Equal(0, q.Given));
    }

    private static QuestionFigures Question(ConsultationFigures figures, string name) => figures.Questions.Single(q => q.Field.Name == name);

    private static IEnumerable<(string Label, int Count)> Counts(ConsultationFigures figures, string name) => Question(figures, name).Counts.Select(c => (c.Label, c.Count));

    private Task<ConsultationFigures?> FiguresAsync(PortalAgent agent) => Host.UseAsync<ConsultationDesk, ConsultationFigures?>(d => d.FiguresAsync(agent, Slug, default));

    private Task<Submitted> AnswerAsync(string commune, string[] modes, string priority, string? words)
    {
        var answers = Answers.Empty.With("commune", commune).With("modes", modes).With("priorite", priority);
        return Host.UseAsync<Submission, Submitted>(s => s.SendAsync(FormCatalog.Load(null).Find(Slug)!, words is null ? answers : answers.With("avis", words), "web", default));
    }
}
