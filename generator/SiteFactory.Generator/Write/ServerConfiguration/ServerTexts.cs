using System.Globalization;
using System.Resources;

namespace SiteFactory.Generator.Write.ServerConfiguration;

/// <summary>Comments of the configurations, in French.</summary>
internal static class ServerTexts
{
    private static readonly ResourceManager Texts = new("SiteFactory.Generator.Write.ServerConfiguration.ServerTexts", typeof(ServerTexts).Assembly);

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);
}
