using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Theming.Pictures;

/// <summary>A picture in every width and format that a browser may choose from. Shown by <c>Picture.razor</c>.</summary>
/// <param name="Src">The fallback: JPEG, PNG or SVG.</param>
/// <param name="Width">Pixels of the fallback's full size; with <see cref="Height"/> it reserves the place.</param>
/// <param name="Alt">Empty for a decorative picture.</param>
/// <param name="Sources">Best format first; empty for SVG and for builds without picture work.</param>
/// <param name="FallbackSet">The fallback's own <c>srcset</c>, or null.</param>
public sealed record PictureModel(
    string Src,
    int Width,
    int Height,
    string Alt,
    ImmutableArray<PictureSource> Sources,
    string? FallbackSet,
    FocalPoint? Focus,
    string? Credit)
{
    /// <summary>The media library says that it carries no information: its empty <see cref="Alt"/> is meant.</summary>
    public bool IsDecorative { get; init; }
}

/// <param name="Type"><c>image/avif</c> or <c>image/webp</c>.</param>
/// <param name="SrcSet"><c>/medias/x-480.avif 480w, …</c>.</param>
public sealed record PictureSource(string Type, string SrcSet);
