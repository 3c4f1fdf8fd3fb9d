using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiteFactory.Content.Sheets;

/// <summary>A part of a line. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SheetText), "t")]
[JsonDerivedType(typeof(SheetStyled), "s")]
[JsonDerivedType(typeof(SheetReference), "f")]
[JsonDerivedType(typeof(SheetWord), "w")]
[JsonDerivedType(typeof(SheetAnchor), "a")]
public abstract record SheetInline;

/// <summary>Plain words.</summary>
public sealed record SheetText(string Text) : SheetInline
{
    /// <summary>What an inline encloses; nothing for plain words.</summary>
    public static ImmutableArray<SheetInline> Inside(SheetInline inline) => inline switch
    {
        SheetStyled styled => styled.Text,
        SheetReference reference => reference.Text,
        SheetWord word => word.Text,
        SheetAnchor anchor => anchor.Text,
        _ => [],
    };
}

/// <summary>What sets words apart.</summary>
public enum SheetStyle
{
    Strong,

    /// <summary>An amount, a duration.</summary>
    Value,

    Quote,

    /// <summary>A term as such: <i>à titre posthume</i>.</summary>
    Term,

    /// <summary>What the reader puts in: "(nom du pays)".</summary>
    Variable,

    Superscript,
    Subscript,

    /// <summary>Words of another language.</summary>
    Foreign,
}

/// <summary>Words set apart.</summary>
/// <param name="Language">Of foreign words: <c>en</c>.</param>
public sealed record SheetStyled(SheetStyle Style, string? Language = null) : SheetInline
{
    public ImmutableArray<SheetInline> Text { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A link to another sheet: on the site when it is there, on service-public.fr otherwise.</summary>
/// <param name="Audience"><c>Particuliers</c> when null.</param>
public sealed record SheetReference(string Sheet, string? Audience = null) : SheetInline
{
    public ImmutableArray<SheetInline> Text { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A word that the sheet's glossary explains.</summary>
public sealed record SheetWord(string Term) : SheetInline
{
    public ImmutableArray<SheetInline> Text { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A link to another site.</summary>
/// <param name="Detail">"PDF, 120 Ko".</param>
public sealed record SheetAnchor(string Address, string? Detail = null, string? Language = null) : SheetInline
{
    public ImmutableArray<SheetInline> Text { get => field.IsDefault ? [] : field; init; }
}
