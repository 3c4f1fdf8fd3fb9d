using System.Globalization;
using System.Resources;
using SiteFactory.Content.Faults;

namespace SiteFactory.Content.FolderFormat.Faults;

/// <summary>The French words of every fault: <c>FaultTexts.resx</c> has a message and a cure for each code.</summary>
internal static class FaultTexts
{
    private static readonly ResourceManager Resources =
        new("SiteFactory.Content.FolderFormat.Faults.FaultTexts", typeof(FaultTexts).Assembly);

    /// <summary>A fault with its words. <c>{0}</c> in a text is the key, <c>{1}</c> and on are the arguments.</summary>
    public static Fault Fault(
        FaultSeverity severity, string code, string? site, string file, int? line, string? key, params ReadOnlySpan<object?> args)
    {
        object?[] all = [key, .. args];
        return new(code, severity, site, file, line, key, Format(code, "message", all), Format(code, "cure", all));
    }

    /// <summary>The text of a resource; every code must have both of its own.</summary>
    public static string Get(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new InvalidOperationException($"FaultTexts.resx has no text named '{name}'.");

    private static string Format(string code, string part, object?[] args) =>
        string.Format(CultureInfo.InvariantCulture, Get($"{code}.{part}"), args).TrimEnd();
}
