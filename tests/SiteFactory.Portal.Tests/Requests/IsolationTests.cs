using SiteFactory.Portal.Data;
using SiteFactory.Portal.PersonalData;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Each body reaches its own requests and no others, by whatever way.</summary>
public sealed class IsolationTests : PortalTest
{
    [Fact]
    public async Task Each_body_lists_its_own_requests_alone()
    {
        await ReportAsync("arbres", "vany");
        await ReportAsync("arbres", "amanvillers");
        await ReportAsync("voirie", "vany");
        Assert.Equal("Vany", Assert.Single((await ListAsync(Agents.Vany)).Lines).Body);
        Assert.Equal("Amanvillers", Assert.Single((await ListAsync(Agents.Amanvillers)).Lines).Body);
        Assert.Equal("Voirie", Assert.Single((await ListAsync(Agents.Metropole)).Lines).Category);
        Assert.Equal(0, (await ListAsync(Agents.Vany, new(Body: "amanvillers"))).Total);
    }

    [Fact]
    public async Task Nothing_of_another_bodys_request_is_read_or_changed()
    {
        await ReportAsync("arbres", "vany", email: "jeanne@example.org", photo: "photo.jpg");
        var mine = await OnlyAsync(Agents.Vany);
        var id = mine.Line.Id;
        var file = Assert.Single(mine.Uploads).Key;
        foreach (var other in (PortalAgent[])[Agents.Amanvillers, Agents.Metropole])
        {
            Assert.Null(await FindAsync(other, id));
            Assert.Null(await Host.UseAsync(async (AgentDesk d) => await d.FileAsync(other, id, file, default)));
            Assert.Equal(ActionOutcome.NotFound, await ActAsync(a => a.ReplyAsync(other, id, mine.Version, "Bonjour", RequestStatus.Done, default)));
            Assert.Equal(ActionOutcome.NotFound, await ActAsync(a => a.NoteAsync(other, id, mine.Version, "Note", default)));
            Assert.Equal(ActionOutcome.NotFound, await ActAsync(a => a.TransferAsync(other, id, mine.Version, "amanvillers", null, default)));
            Assert.Equal(ActionOutcome.NotFound, await ActAsync(a => a.AssignAsync(other, id, mine.Version, "3", "Alex", default)));
            Assert.Equal(ActionOutcome.NotFound, await ActAsync(a => a.RecategorizeAsync(other, id, mine.Version, "signaler-une-anomalie/eau", "Eau", default)));
            Assert.Null(await Host.UseAsync(async (PersonalDataDesk d) => await d.ExportAsync(other, "jeanne@example.org", default)));
            Assert.Equal(0, await Host.UseAsync((PersonalDataDesk d) => d.EraseAsync(other, "jeanne@example.org", default)));
            Assert.False(await Host.UseAsync((PersonalDataDesk d) => d.EraseAsync(other, id, default)));
            Assert.DoesNotContain("branche", await Host.UseAsync((DeskReports r) => r.CsvAsync(other, new(), default)), StringComparison.Ordinal);
        }
        Assert.Equal(mine.Version, (await OnlyAsync(Agents.Vany)).Version);
    }

    [Fact]
    public async Task An_agent_of_no_body_sees_nothing()
    {
        await ReportAsync();
        Assert.Equal(0, (await ListAsync(new("9", "Personne", [], true))).Total);
    }

    [Fact]
    public async Task A_transfer_takes_the_whole_thread_along_and_leaves_nothing_behind()
    {
        var code = await ReportAsync();
        var request = await OnlyAsync(Agents.Vany);
        await ActAsync(a => a.NoteAsync(Agents.Vany, request.Line.Id, request.Version, "Vu sur place.", default));
        request = await OnlyAsync(Agents.Vany);
        Assert.Equal(ActionOutcome.Done, await ActAsync(a => a.TransferAsync(Agents.Vany, request.Line.Id, request.Version, "metropole", "C’est une voie métropolitaine.", default)));
        Assert.Equal(0, (await ListAsync(Agents.Vany, new())).Total);
        Assert.Null(await FindAsync(Agents.Vany, request.Line.Id));
        var there = await OnlyAsync(Agents.Metropole);
        Assert.Equal([EntryKind.Created, EntryKind.Note, EntryKind.Note, EntryKind.Transfer], there.Thread.Select(t => t.Kind));
        using var citizen = Citizen();
        await citizen.OpenAsync("/demande/" + code);
        Assert.Contains("transmise à Metz Métropole", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("voie métropolitaine", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_goes_back_is_the_same_request()
    {
        await ReportAsync();
        var request = await OnlyAsync(Agents.Vany);
        await ActAsync(a => a.TransferAsync(Agents.Vany, request.Line.Id, request.Version, "metropole", null, default));
        var there = await OnlyAsync(Agents.Metropole);
        await ActAsync(a => a.TransferAsync(Agents.Metropole, there.Line.Id, there.Version, "vany", null, default));
        var back = await OnlyAsync(Agents.Vany);
        Assert.Equal(request.Line.Reference, back.Line.Reference);
        Assert.Equal(3, back.Thread.Length);
    }
}
