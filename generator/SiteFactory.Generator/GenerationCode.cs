using System.Reflection;
using SiteFactory.Content.Fingerprints;

namespace SiteFactory.Generator;

/// <summary>Stands for the code that makes pages. Builds are deterministic, so a module's id changes when its code does.</summary>
internal static class GenerationCode
{
    public static Fingerprint Of(params ReadOnlySpan<Assembly> assemblies)
    {
        var parts = new Fingerprint[assemblies.Length];
        for (var i = 0; i < assemblies.Length; i++)
            parts[i] = Fingerprint.Of(assemblies[i].ManifestModule.ModuleVersionId.ToByteArray());
        return Fingerprint.Combine(parts);
    }
}
