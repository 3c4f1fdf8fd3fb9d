using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>The whole application on a free port of this machine, with a database and folders of its own.</summary>
public sealed class CmsHost : IAsyncDisposable
{
    /// <summary>The password of everybody in tests.</summary>
    public const string Password = "correct cheval pile agrafe";

    private readonly string _folder;

    private CmsHost(WebApplication application, string[] arguments, string folder, TestClock clock)
    {
        (Application, Arguments, _folder, Clock) = (application, arguments, folder, clock);
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

    /// <summary>Starts it.</summary>
    /// <param name="role">Without builds unless a test is about them.</param>
    public static async Task<CmsHost> StartAsync(string territory = SampleTerritory.Text, CmsRole role = CmsRole.Web, Action<IServiceCollection>? services = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("sf-cms-").FullName;
        SampleTerritory.WriteTo(Path.Combine(folder, "content"), territory);
        var clock = new TestClock();
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0",
            $"--Cms:Data={Path.Combine(folder, "data")}",
            $"--Cms:Output={Path.Combine(folder, "public")}",
            $"--Cms:Seed={Path.Combine(folder, "content")}",
            $"--Cms:Role={role}",
            "--Cms:FullBuilds=false",
            "--Cms:RequestsPerMinute=0",
            "--Cms:SignInsPerMinute=0",
            // Tests say themselves when portals and links are looked at.
            "--Cms:PortalMinutes=0",
            "--Cms:LinkHours=0",
            .. TestDatabase.Settings(),
            .. settings,
        ];
        var application = CmsApplication.Build(arguments, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
            // A slow hash protects nothing here, and each test signs somebody in.
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            services?.Invoke(builder.Services);
        });
        await FirstStart.PrepareAsync(application.Services, CancellationToken.None);
        await application.StartAsync();
        return new(application, arguments, folder, clock);
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
    public async ValueTask DisposeAsync()
    {
        // What works in the background ends before its folder goes.
        await Application.StopAsync();
        await Application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
