using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.PersonalData;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Personal data goes when its time is over or when its owner asks; what counts stays.</summary>
public sealed class PersonalDataTests : PortalTest
{
    [Fact]
    public async Task A_closed_request_loses_what_is_personal_after_its_time()
    {
        var code = await ReportAsync(email: "jeanne@example.org", photo: "photo.jpg");
        var seen = await OnlyAsync(Agents.Vany);
        await ActAsync(a => a.ReplyAsync(Agents.Vany, seen.Line.Id, seen.Version, "Fait, madame Petit.", RequestStatus.Done, default));
        Host.Clock.Move(Duration.FromDays(360));
        Assert.Equal(0, (await PurgeAsync()).Requests);
        Host.Clock.Move(Duration.FromDays(6));
        Assert.Equal(1, (await PurgeAsync()).Requests);
        var left = await FindAsync(Agents.Vany, seen.Line.Id);
        Assert.True(left!.IsErased);
        Assert.Empty(left.Answers);
        Assert.All(left.Thread, t => Assert.Null(t.Text));
        Assert.Equal((null, null, null, 0), (left.Email, left.Line.Summary, left.Line.Place, left.Uploads.Count));
        Assert.Equal(0, await Host.UseAsync((PortalDbContext db) => db.UploadContents.CountAsync()));
        Assert.Equal("Arbres et espaces verts", left.Line.Category);
        using var citizen = Citizen();
        await citizen.OpenAsync("/demande/" + code);
        Assert.Contains("ses données personnelles ont été effacées", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_nobody_closes_goes_too()
    {
        await ReportAsync();
        Host.Clock.Move(Duration.FromDays(700));
        Assert.Equal(0, (await PurgeAsync()).Requests);
        Host.Clock.Move(Duration.FromDays(35));
        Assert.Equal(1, (await PurgeAsync()).Requests);
    }

    [Fact]
    public async Task A_draft_goes_with_its_files()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        await citizen.SendAsync(("arbres_type", "danger"), ("description", "Une branche."), ("photos", "file:photo.jpg"));
        var code = citizen.Code;
        Host.Clock.Move(Duration.FromDays(15));
        var report = await PurgeAsync();
        Assert.Equal((1, 1), (report.Drafts, report.Files));
        await citizen.OpenAsync("/demande/" + code);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, citizen.Status);
    }

    [Fact]
    public async Task A_person_gets_a_copy_and_it_is_written_down()
    {
        await ReportAsync(email: "jeanne@example.org", photo: "photo.jpg");
        Assert.Null(await Host.UseAsync(async (PersonalDataDesk d) => await d.ExportAsync(Agents.Vany, "jeanne@example.org", default)));
        var zip = await Host.UseAsync(async (PersonalDataDesk d) => await d.ExportAsync(Agents.VanyAdministrator, " Jeanne@example.org", default));
        using var archive = new ZipArchive(new MemoryStream(zip!));
        Assert.Equal(2, archive.Entries.Count);
        using var reader = new StreamReader(archive.Entries.Single(e => e.Name == "demande.json").Open());
        Assert.Contains("Une branche menace de tomber.", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        var audit = await Host.UseAsync(async (PersonalDataDesk d) => await d.AuditAsync(Agents.VanyAdministrator, default));
        Assert.Equal(("Dominique Roy", "export"), (audit[0].Agent, audit[0].Action));
        Assert.Empty(await Host.UseAsync(async (PersonalDataDesk d) => await d.AuditAsync(Agents.Amanvillers, default)));
    }

    [Fact]
    public async Task A_person_is_erased_everywhere_in_the_body()
    {
        await ReportAsync(email: "jeanne@example.org");
        await ReportAsync("jeux", email: "jeanne@example.org");
        Assert.Equal(2, await Host.UseAsync((PersonalDataDesk d) => d.EraseAsync(Agents.VanyAdministrator, "jeanne@example.org", default)));
        var traces = await Host.UseAsync(async (PortalDbContext db) =>
            await db.Requests.CountAsync(r => r.Email != null || r.Summary != null || r.AnswersJson != "{}") + await db.Mails.CountAsync());
        Assert.Equal(0, traces);
    }

    private Task<PurgeReport> PurgeAsync() => Host.UseAsync((Purge p) => p.RunAsync(default));
}
