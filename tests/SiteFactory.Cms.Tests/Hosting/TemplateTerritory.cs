using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>
/// What a first start makes of a territory: database and media, made once and copied for each host. It is the application's own first
/// start that makes it.
/// </summary>
internal sealed class TemplateTerritory
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TemplateTerritory>>> Made = new(StringComparer.Ordinal);

    private readonly string _folder;
    private readonly string? _database;

    private TemplateTerritory(string folder, string seed)
    {
        (_folder, Seed) = (folder, seed);
        _database = TestDatabase.Server is null ? null : TestDatabase.Create();
    }

    /// <summary>The content folder that filled it.</summary>
    public string Seed { get; }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The territory that these files, or that folder, make.</summary>
    public static Task<TemplateTerritory> OfAsync(string text, string? seed) =>
        Made.GetOrAdd(seed ?? text, _ => new(() => MakeAsync(text, seed))).Value;

    /// <summary>Copies it.</summary>
    /// <param name="data">The data folder of a host.</param>
    /// <param name="database">On a server: the database that the copy replaces; null: a new one.</param>
    /// <returns>Settings that name the copy of the database, and the database when it is on a server.</returns>
    public (string[] Settings, string? Database) CopyTo(string data, string? database = null)
    {
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        if (_database is null)
            return (TestDatabase.Settings(), null);
        var copy = TestDatabase.Create(_database, database);
        return (TestDatabase.On(copy), copy);
    }

    private static async Task<TemplateTerritory> MakeAsync(string text, string? seed)
    {
        var folder = Directory.CreateTempSubdirectory("sf-template-").FullName;
        var content = seed ?? Path.Combine(folder, "content");
        if (seed is null)
            SampleTerritory.WriteTo(content, text);
        var made = new TemplateTerritory(folder, content);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Remove();
        // No pool: SQLite puts everything into the one file when the last connection closes.
        string[] database = made._database is { } name ? TestDatabase.On(name) : ["--Cms:Database=Sqlite", $"--Cms:ConnectionString=Data Source={Path.Combine(made.Data, "cms.db")};Pooling=False"];
        await using var application = CmsApplication.Build([$"--Cms:Data={made.Data}", $"--Cms:Seed={content}", "--Cms:Role=Web", .. database], builder => Replace(builder, new TestClock()));
        await FirstStart.PrepareAsync(application.Services, CancellationToken.None);
        // The key that seals sessions: in the database of each copy.
        application.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect([]);
        if (made._database is not null)
            TestDatabase.Leave(made._database);
        return made;
    }

    /// <summary>What every host of a test has in another way than in life.</summary>
    internal static void Replace(WebApplicationBuilder builder, TestClock clock)
    {
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
        // A slow hash protects nothing here, and each test signs somebody in.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
    }

    private void Remove()
    {
        Directory.Delete(_folder, recursive: true);
        if (_database is not null)
            TestDatabase.Drop(_database);
    }
}
