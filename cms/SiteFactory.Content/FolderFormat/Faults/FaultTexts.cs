using SiteFactory.Content.Faults;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.FolderFormat.Faults;

/// <summary>The French words of every fault: <c>FaultTexts.resx</c> has a message and a cure for each code.</summary>
internal static class FaultTexts
{
    private static readonly TextResource Texts = new("SiteFactory.Content.FolderFormat.Faults.FaultTexts");

    /// <summary>A fault with its words. <c>{0}</c> in a text is the key, or the file's name where the whole file is meant; <c>{1}</c> and on are the arguments.</summary>
    public static Fault Fault(
        FaultSeverity severity, string code, string? site, string file, int? line, string? key, params ReadOnlySpan<object?> args)
    {
        object?[] all = [key ?? file[(file.LastIndexOf('/') + 1)..], .. args];
        return new(code, severity, site, file, line, key, Format(code, "message", all), Format(code, "cure", all));
    }

    /// <summary>The text of that name.</summary>
    public static string Get(string name) => Texts[name];

    private static string Format(string code, string part, object?[] args) => Texts.Format($"{code}.{part}", args!).TrimEnd();
}
