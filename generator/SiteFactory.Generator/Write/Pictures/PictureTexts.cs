using System.Globalization;
using System.Resources;
using SiteFactory.Content.Faults;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>What is said about pictures, in French.</summary>
internal static class PictureTexts
{
    private static readonly ResourceManager Texts = new("SiteFactory.Generator.Write.Pictures.PictureTexts", typeof(PictureTexts).Assembly);

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), values);

    /// <summary>An error of one picture: <c>picture-unreadable</c> has the texts <c>Unreadable</c> and <c>UnreadableCure</c>.</summary>
    public static Fault Fault(string code, string textName, PictureSource source, string detail) =>
        Content.Faults.Fault.Error(code, source.SiteKey, source.File, null, null, Format(textName, detail), Get(textName + "Cure"));
}
