using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>People who handle requests.</summary>
public static class Agents
{
    public static PortalAgent Vany { get; } = new("1", "Camille Petit", ["vany"], false);

    public static PortalAgent VanyAdministrator { get; } = new("2", "Dominique Roy", ["vany"], true);

    public static PortalAgent Amanvillers { get; } = new("3", "Alex Martin", ["amanvillers"], true);

    public static PortalAgent Metropole { get; } = new("4", "Sacha Blanc", ["metropole"], true);

    public static IEnumerable<PortalAgent> All => [Vany, VanyAdministrator, Amanvillers, Metropole];
}
