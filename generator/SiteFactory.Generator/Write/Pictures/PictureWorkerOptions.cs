namespace SiteFactory.Generator.Write.Pictures;

/// <summary>How the picture worker is run.</summary>
/// <param name="Node">The Node.js command.</param>
/// <param name="Script">worker.mjs.</param>
/// <param name="ModulesFrom">A folder from which Node.js looks for sharp, upwards.</param>
/// <param name="Timeout">The most that one picture, in all its sizes, may take.</param>
/// <param name="InFlight">Pictures made at once.</param>
public sealed record PictureWorkerOptions(string Node, string Script, string ModulesFrom, TimeSpan Timeout, int InFlight)
{
    /// <summary>
    /// The worker beside the program. sharp is looked for from there (a build inside the repository finds its
    /// node_modules), unless SITEFACTORY_NODE_MODULES names another folder.
    /// </summary>
    public static PictureWorkerOptions Default { get; } = new(
        Node: "node",
        Script: Path.Combine(AppContext.BaseDirectory, "pictures", "worker.mjs"),
        ModulesFrom: Environment.GetEnvironmentVariable("SITEFACTORY_NODE_MODULES") ?? AppContext.BaseDirectory,
        Timeout: TimeSpan.FromSeconds(90),
        InFlight: 2);
}
