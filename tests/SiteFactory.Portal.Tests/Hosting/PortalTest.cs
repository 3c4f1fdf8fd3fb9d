using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>A test with a portal of its own.</summary>
public abstract class PortalTest : IAsyncLifetime
{
    private protected PortalHost Host { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Host = await PortalHost.StartAsync(Set);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>Options that the test asks for.</summary>
    private protected virtual void Set(PortalOptions options)
    {
    }

    private protected Citizen Citizen() => new(Host);

    private protected async Task<string> ReportAsync(string category = "arbres", string commune = "vany", string description = "Une branche menace de tomber.", string? email = null, string? photo = null)
    {
        using var citizen = Citizen();
        return await citizen.ReportAsync(category, commune, description, email, photo: photo);
    }

    private protected Task<DeskPage> ListAsync(PortalAgent agent, DeskFilter? filter = null) =>
        Host.UseAsync<AgentDesk, DeskPage>(d => d.ListAsync(agent, filter ?? new(), default));

    /// <summary>The agent's only request.</summary>
    private protected async Task<DeskRequest> OnlyAsync(PortalAgent agent)
    {
        var line = Assert.Single((await ListAsync(agent)).Lines);
        return (await FindAsync(agent, line.Id))!;
    }

    private protected Task<DeskRequest?> FindAsync(PortalAgent agent, long id) => Host.UseAsync<AgentDesk, DeskRequest?>(d => d.FindAsync(agent, id, default));

    private protected Task<ActionOutcome> ActAsync(Func<AgentActions, Task<ActionOutcome>> act) => Host.UseAsync(act);
}
