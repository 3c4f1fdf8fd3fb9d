using System.Text;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Starter;
using SiteFactory.Content.Tests.FolderFormat;

namespace SiteFactory.Content.Tests.Starter;

public class StarterSetTests
{
    private static readonly CommuneFacts Maxe = new(
        "la-maxe", new("La Maxe", NameStart.La), "57452", "215704529", 1056, ["57140"], "www.lamaxe.fr", new GeoPoint(49.164, 6.189));

    [Fact]
    public void Every_placeholder_is_filled()
    {
        var files = StarterSet.Expand(Maxe);
        Assert.NotEmpty(files);
        foreach (var file in files.Where(f => f.Path.EndsWith(".md", StringComparison.Ordinal) || f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
            Assert.DoesNotContain("{{", Encoding.UTF8.GetString(file.Bytes.Span), StringComparison.Ordinal);
    }

    /// <summary>Pictures and the métropole's pages come from the territory around it; nothing else may be missing.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_new_site_reads_without_a_fault(bool known)
    {
        var facts = known ? Maxe : Maxe with { Siren = null, Population = null, Centre = null };
        var files = FolderOnDisk.Load(Repository.Path("communes"));
        foreach (var old in files.Paths.Where(p => p.StartsWith("la-maxe/", StringComparison.Ordinal)).ToList())
            files.Remove(old);
        foreach (var file in StarterSet.Expand(facts))
            files.Set("la-maxe/" + file.Path, file.Bytes.ToArray());
        var faults = FolderReader.Read(files).Faults.Where(f => f.Site == "la-maxe" && f.Severity == FaultSeverity.Error && f.Code != FaultCodes.MissingMedia);
        Assert.Empty(faults);
    }

    [Fact]
    public void A_line_that_needs_an_unknown_fact_is_left_out() =>
        Assert.Equal("a: La Maxe\nc: 3", StarterSet.Fill("a: {{name}}\nb: {{siren}}\nc: 3", StarterSet.Values(Maxe with { Siren = null })));

    [Fact]
    public void An_unknown_placeholder_is_a_mistake_of_ours() =>
        Assert.Throws<InvalidOperationException>(() => StarterSet.Fill("{{nom}}", StarterSet.Values(Maxe)));
}

public class OfficialCommunesTests
{
    private const string Json = """
        [{"code":"57017","nom":"Amanvillers","typeLiaison":1,"type":"commune-actuelle","siren":"215700170","codesPostaux":["57865"],"population":2188,"zone":"metro"},
         {"code":"57452","nom":"La Maxe","typeLiaison":3,"type":"commune-actuelle","siren":"215704529","codesPostaux":["57140"],"population":1056},
         {"code":"57452","nom":"Ancienne","typeLiaison":1,"type":"commune-deleguee","chefLieu":"57452"}]
        """;

    private static Task<OfficialCommunes> Read() => OfficialCommunes.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Json)));

    [Fact]
    public async Task The_list_gives_todays_communes()
    {
        var official = await Read();
        Assert.Equal(2, official.Count);
        var facts = CommuneFacts.From(official.Find("57452")!);
        Assert.Equal(("la-maxe", "La Maxe", "de La Maxe", "www.la-maxe.fr", 1056), (facts.Key, facts.Name.Name, facts.Name.Of, facts.Domain, facts.Population));
    }

    [Fact]
    public async Task Members_of_an_intercommunalite_are_read()
    {
        var json = """[{"code":"200039865","nom":"Metz Métropole","membres":[{"code":"57463","siren":"1"},{"code":"57017"}]},{"code":"1","membres":[]}]""";
        Assert.Equal<string>(["57463", "57017"], await OfficialCommunes.ReadMembersAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), "200039865"));
    }

    [Theory]
    [InlineData("57071", "Amanvillers")]
    [InlineData("5717", "Amanvillers")]
    [InlineData("amanviler", "Amanvillers")]
    [InlineData("La maxé", "La Maxe")]
    public async Task A_wrong_code_or_a_name_has_a_proposal(string typed, string expected) =>
        Assert.Equal(expected, (await Read()).Near(typed)[0].Name);

    [Fact]
    public async Task A_site_is_refused_with_its_reason()
    {
        var official = await Read();
        var snapshot = Territories.With(new Page { Id = Ids.Next("x"), SiteKey = "vany", Key = "x", Title = "X" });
        Assert.Equal(NewCommuneRefusal.UnknownCode, NewCommune.Plan(official, "99999", null, null, snapshot, []).Refusal);
        Assert.Equal(NewCommuneRefusal.AlreadyThere, NewCommune.Plan(official, "57452", null, null, snapshot, ["La-Maxe"]).Refusal);
        Assert.Equal(NewCommuneRefusal.DomainTaken, NewCommune.Plan(official, "57452", "www.vany.fr", null, snapshot, []).Refusal);
        Assert.Equal(NewCommuneRefusal.BadDomain, NewCommune.Plan(official, "57452", "https://x", null, snapshot, []).Refusal);
        Assert.Equal("la-maxe", NewCommune.Plan(official, "57452", null, null, snapshot, ["vany"]).Facts!.Key);
    }
}
