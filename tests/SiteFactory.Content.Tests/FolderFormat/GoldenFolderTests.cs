using System.Globalization;
using System.Reflection;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>
/// The folders of <c>tests/sites/</c>: each bad one has its faults, word for word, in <c>faults.txt</c>, each good one its
/// snapshot in <c>snapshot.json</c>. <c>UPDATE_GOLDEN=1</c> writes them anew, for review.
/// </summary>
public class GoldenFolderTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Bad => Folders("invalid");

    public static TheoryData<string> Good => Folders("valid");

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_folder_gives_its_faults(string folder) =>
        Expect(folder, "faults.txt", Show(Read(folder)));

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_folder_gives_its_snapshot(string folder)
    {
        var result = Read(folder);
        Assert.Equal("", Show(result));
        Expect(folder, "snapshot.json", SnapshotText.Of(result.Snapshot!) + "\n");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void The_culture_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
            foreach (var folder in Directory.GetDirectories(Repository.Path("tests/sites/invalid")))
                A_bad_folder_gives_its_faults(Path.GetRelativePath(Repository.Root, folder));
            foreach (var folder in Directory.GetDirectories(Repository.Path("tests/sites/valid")))
                A_good_folder_gives_its_snapshot(Path.GetRelativePath(Repository.Root, folder));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Every_fault_code_has_a_bad_folder()
    {
        var golden = string.Concat(Directory.GetFiles(Repository.Path("tests/sites/invalid"), "faults.txt", SearchOption.AllDirectories).Select(File.ReadAllText));
        var codes = typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal([FaultCodes.FileTooLarge, FaultCodes.UnreadableFile], codes.Where(c => !golden.Contains($" {c} ", StringComparison.Ordinal)));
    }

    private static LoadResult Read(string folder) => FolderReader.Read(FolderOnDisk.Load(Repository.Path(folder)));

    private static string Show(LoadResult result) => string.Concat(result.Faults.Select(f => string.Create(
        CultureInfo.InvariantCulture, $"{f.Severity} {f.Code} {f.File}:{f.Line} [{f.Key}] site={f.Site}\n    {f.Message}\n    {f.Cure}\n")));

    private static void Expect(string folder, string file, string actual)
    {
        var path = Path.Combine(Repository.Path(folder), file);
        if (Update)
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static TheoryData<string> Folders(string kind) =>
        [.. Directory.GetDirectories(Repository.Path($"tests/sites/{kind}")).Select(d => Path.GetRelativePath(Repository.Root, d)).Order(StringComparer.Ordinal)];
}
