using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Editor;

/// <summary>What <c>_BodyField.cshtml</c> is given; the form gets it back as <c>Body</c>.</summary>
/// <param name="Value">Markdown of the content format.</param>
/// <param name="FromVersion">The item's version that the author started from; 0 for a new item.</param>
/// <param name="Rows">Lines of the plain text field.</param>
public sealed record BodyField(string? Value, long FromVersion, int Rows = 18)
{
    /// <summary>The label; null: "Texte".</summary>
    public string? Label { get; init; }

    /// <summary>The sentence below the label; null: the one of every text.</summary>
    public string? Hint { get; init; }
}

/// <summary>What <c>_PictureField.cshtml</c> is given; the form gets it back as <c>Image</c> and <c>ImageAlt</c>.</summary>
/// <param name="Image"><c>media/x.jpg</c>, or <c>metropole/media/x.jpg</c>; null: none.</param>
/// <param name="Alt">What this item says of the picture; null: what the library says.</param>
public sealed record PictureField(string? Image, string? Alt);

/// <summary>The editor's words.</summary>
public static class EditorTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Editor.EditorTexts");
}
