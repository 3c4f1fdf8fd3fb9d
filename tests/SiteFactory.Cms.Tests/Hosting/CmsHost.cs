using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>
/// The whole application on a free port of this machine, with a database and folders of its own. Starting one costs a second: a test
/// borrows one wherever it needs no settings, services or builds of its own.
/// </summary>
public sealed class CmsHost : IAsyncDisposable
{
    /// <summary>The password of everybody in tests.</summary>
    public const string Password = "correct cheval pile agrafe";

    private readonly string _folder;
    private readonly string? _database;
    private bool _isBorrowed;

    private CmsHost(WebApplication application, string[] arguments, string folder, TestClock clock, string? database)
    {
        (Application, Arguments, _folder, Clock, _database) = (application, arguments, folder, clock, database);
        Address = new Uri(application.Urls.First());
    }

    public WebApplication Application { get; }

    /// <summary>The settings, for another process or a command beside this one.</summary>
    public string[] Arguments { get; }

    public TestClock Clock { get; }

    /// <summary><c>http://127.0.0.1:port</c>.</summary>
    public Uri Address { get; }

    /// <summary>Where built sites are.</summary>
    public string Output => Path.Combine(_folder, "public");

    /// <summary>Starts it on a territory of its own.</summary>
    /// <param name="role">Without builds unless a test is about them.</param>
    /// <param name="seed">A content folder instead of the text.</param>
    public static async Task<CmsHost> StartAsync(string territory = SampleTerritory.Text, CmsRole role = CmsRole.Web, Action<IServiceCollection>? services = null, string? seed = null, params string[] settings)
    {
        var template = await TemplateTerritory.OfAsync(territory, seed);
        var folder = Directory.CreateTempSubdirectory("sf-cms-").FullName;
        var (own, database) = template.CopyTo(Path.Combine(folder, "data"));
        return await RunAsync(folder, role, services, [$"--Cms:Seed={template.Seed}", .. own, .. settings], database, isReady: true);
    }

    /// <summary>
    /// A running host that another test is done with, on a new database and with empty folders, or a new host. What the application keeps in
    /// memory follows the database; whoever tests such memory (bounds, sessions, clocks) starts a host.
    /// </summary>
    public static async Task<CmsHost> BorrowAsync(string territory = SampleTerritory.Text, string? seed = null)
    {
        if (!HostPool.TryTake(out var host))
            host = await StartAsync(territory, services: WithoutBackground, seed: seed);
        else
            host.Reset(await TemplateTerritory.OfAsync(territory, seed));
        host._isBorrowed = true;
        return host;
    }

    /// <summary>Starts it on a database and a data folder that are there, or not yet.</summary>
    public static Task<CmsHost> StartOnAsync(params string[] settings) =>
        RunAsync(Directory.CreateTempSubdirectory("sf-cms-").FullName, CmsRole.Web, null, settings, null, isReady: false);

    private static async Task<CmsHost> RunAsync(string folder, CmsRole role, Action<IServiceCollection>? services, string[] settings, string? database, bool isReady)
    {
        var clock = new TestClock();
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            $"--Cms:Data={Path.Combine(folder, "data")}",
            $"--Cms:Output={Path.Combine(folder, "public")}",
            $"--Cms:Role={role}",
            "--Cms:FullBuilds=false",
            "--Cms:RequestsPerMinute=0",
            "--Cms:SignInsPerMinute=0",
            // Tests say themselves when portals and links are looked at.
            "--Cms:PortalMinutes=0",
            "--Cms:LinkHours=0",
            // No test asks the State's server.
            "--Cms:Sheets=",
            .. settings,
        ];
        var application = CmsApplication.Build(arguments, builder =>
        {
            TemplateTerritory.Replace(builder, clock);
            services?.Invoke(builder.Services);
        });
        if (!isReady)
            await FirstStart.PrepareAsync(application.Services, CancellationToken.None);
        await application.StartAsync();
        return new(application, arguments, folder, clock, database);
    }

    /// <summary>Does something with services of a scope of its own.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>Reads or writes the database.</summary>
    public Task<T> InDatabaseAsync<T>(Func<CmsDbContext, Task<T>> act) => WithAsync(s => act(s.GetRequiredService<CmsDbContext>()));

    /// <summary>Makes an account with roles, signed in.</summary>
    public async Task<Visitor> SignedInAsync(string name, TerritoryRole? territory = null, params (string Site, SiteRole Role)[] sites)
    {
        await PersonAsync(name, territory, sites);
        var visitor = Visitor();
        await visitor.SignInAsync(name + "@example.org", Password);
        return visitor;
    }

    /// <summary>Makes an account with roles.</summary>
    public Task<int> PersonAsync(string name, TerritoryRole? territory = null, params (string Site, SiteRole Role)[] sites)
    {
        var email = name + "@example.org";
        return WithAsync(async services =>
        {
            var people = services.GetRequiredService<UserManager<Person>>();
            var person = new Person { Id = Guid.NewGuid(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, CreatedAt = Clock.GetCurrentInstant() };
            Assert.True((await people.CreateAsync(person, Password)).Succeeded);
            var database = services.GetRequiredService<CmsDbContext>();
            if (territory is { } role)
                database.TerritoryMemberships.Add(new() { PersonId = person.Id, Role = role });
            database.SiteMemberships.AddRange(sites.Select(s => new SiteMembership { PersonId = person.Id, SiteKey = s.Site, Role = s.Role }));
            return await database.SaveChangesAsync();
        });
    }

    /// <summary>Returns when the condition holds; what is waited for happens in the background. Fails after a long while.</summary>
    public Task UntilAsync(Func<bool> holds, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(holds))] string? what = null) =>
        UntilAsync(() => Task.FromResult(holds() ? this : null), what);

    /// <summary>Returns what is waited for.</summary>
    public async Task<T> UntilAsync<T>(Func<Task<T?>> find, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(find))] string? what = null)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            if (await find() is { } found)
                return found;
            Assert.False(patience.IsCancellationRequested, "It never came about: " + what);
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Somebody with a browser and no account.</summary>
    public Visitor Visitor() => new(Address);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // What the application noted at a later moment would be in the future of the next test.
        if (!_isBorrowed || Clock.IsMoved)
            return EndAsync();
        HostPool.Return(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends it for good.</summary>
    internal async ValueTask EndAsync()
    {
        // What works in the background ends before its folder goes.
        await Application.StopAsync();
        await Application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (_database is not null)
            TestDatabase.Drop(_database);
    }

    // Whoever looks at the database from time to time could meet it half replaced.
    private static void WithoutBackground(IServiceCollection services)
    {
        foreach (var service in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.IsSubclassOf(typeof(BackgroundService)) == true).ToList())
            services.Remove(service);
    }

    private void Reset(TemplateTerritory template)
    {
        var data = Path.Combine(_folder, "data");
        TestDatabase.ClosePools();
        foreach (var folder in new[] { data, Output }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        template.CopyTo(data, _database);
        TestDatabase.SkipAhead(_database, Path.Combine(data, "cms.db"));
    }
}
