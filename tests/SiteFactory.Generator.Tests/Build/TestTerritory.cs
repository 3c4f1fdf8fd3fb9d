using System.Text;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>A territory on the disk for the time of a test, made from one string of <c>-- path --</c> blocks.</summary>
internal sealed class TestTerritory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("territory-").FullName;

    public TestTerritory(string text = Sample.Text)
    {
        var files = MemoryContentFiles.Parse(text);
        foreach (var path in files.Paths)
            Set(path, files.Text(path));
    }

    /// <summary>Make the search indexes too.</summary>
    public bool Search { get; init; }

    public string Content => Path.Combine(_root, "content");

    public string Output => Path.Combine(_root, "public");

    public string Folder(string name) => Path.Combine(_root, name);

    public void Set(string path, string text)
    {
        var full = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, Encoding.UTF8.GetBytes(text));
    }

    public string Get(string path) => File.ReadAllText(Path.Combine(Content, path));

    /// <summary>Changes a text that stands in the file.</summary>
    public void Edit(string path, string old, string text)
    {
        var before = Get(path);
        Assert.Contains(old, before, StringComparison.Ordinal);
        Set(path, before.Replace(old, text, StringComparison.Ordinal));
    }

    public void Remove(string path) => File.Delete(Path.Combine(Content, path));

    /// <summary>Pictures and compression have tests of their own.</summary>
    public BuildOptions Options(Instant? at = null, string? output = null) => new()
    {
        Content = Content,
        Output = output ?? Output,
        At = at ?? Sample.At,
        Search = Search,
        Pictures = false,
        Precompress = false,
    };

    public SiteGenerator Generator(Instant? at = null, string? output = null) => new(Options(at, output), new TerritoireTheme());

    /// <summary>As a new process would: nothing is remembered but what lies in the output folder.</summary>
    public BuildReport Build(Instant? at = null, string? output = null)
    {
        using var generator = Generator(at, output);
        return generator.Build();
    }

    /// <summary>Builds, and fails with the list of faults when a site is refused.</summary>
    public TestTerritory Built(Instant? at = null)
    {
        var report = Build(at);
        Assert.True(report.Succeeded, Describe(report));
        return this;
    }

    public BuiltSite Site(string key, string? output = null) => new(Path.Combine(output ?? Output, $"www.{(key == "metropole" ? "metzmetropole" : key)}.example"));

    public static string Describe(BuildReport report) => Describe(report.Faults);

    public static string Describe(IEnumerable<Fault> faults) =>
        string.Join('\n', faults.Select(f => $"{f.Severity} {f.Code} {f.File}:{f.Line} {f.Key} {f.Message}"));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
