using System.Collections.Immutable;

namespace SiteFactory.Theming.Brand;

/// <summary>All the colours of one site in one scheme, light or dark, derived from its brand.</summary>
public sealed record BrandScheme
{
    public required Color Ground { get; init; }

    public required Color Surface { get; init; }

    public required Color Sunken { get; init; }

    public required Color Text { get; init; }

    public required Color Muted { get; init; }

    public required Color Border { get; init; }

    public required Color BorderStrong { get; init; }

    public required Color Primary { get; init; }

    public required Color PrimaryContrast { get; init; }

    /// <summary>The territory's colour as text or mark on the grounds.</summary>
    public required Color PrimaryText { get; init; }

    public required Color Accent { get; init; }

    public required Color AccentStrong { get; init; }

    public required Color AccentContrast { get; init; }

    public required Color AccentText { get; init; }

    public required Color AccentSoft { get; init; }

    public required Signal Info { get; init; }

    public required Signal Success { get; init; }

    public required Signal Warning { get; init; }

    public required Signal Danger { get; init; }

    /// <summary>The three grounds that text stands on.</summary>
    public ImmutableArray<Color> Grounds => [Ground, Surface, Sunken];

    /// <summary>Every pair that the theme puts together.</summary>
    public IEnumerable<ContrastPair> Pairs()
    {
        foreach (var ground in Grounds)
        {
            yield return new("text", Text, ground, Contrast.Text);
            yield return new("muted", Muted, ground, Contrast.Text);
            yield return new("accent-text", AccentText, ground, Contrast.Text);
            yield return new("primary-text", PrimaryText, ground, Contrast.Text);
            yield return new("border-strong", BorderStrong, ground, Contrast.Graphics);
            yield return new("focus", AccentText, ground, Contrast.Graphics);
        }
        foreach (var signal in (ImmutableArray<Signal>)[Info, Success, Warning, Danger])
        {
            yield return new("signal", signal.Color, signal.Soft, Contrast.Text);
            yield return new("signal", signal.Color, Ground, Contrast.Text);
            yield return new("signal", signal.Color, Surface, Contrast.Text);
            yield return new("text on signal", Text, signal.Soft, Contrast.Text);
        }
        yield return new("accent-text", AccentText, AccentSoft, Contrast.Text);
        yield return new("text on accent-soft", Text, AccentSoft, Contrast.Text);
        yield return new("muted on accent-soft", Muted, AccentSoft, Contrast.Text);
        yield return new("on accent", AccentContrast, Accent, Contrast.Text);
        yield return new("on accent-strong", AccentContrast, AccentStrong, Contrast.Text);
        yield return new("accent as a mark", Accent, Ground, Contrast.Graphics);
        yield return new("on primary", PrimaryContrast, Primary, Contrast.Text);
    }
}

/// <summary>A colour with a meaning, and its tint as a ground.</summary>
public readonly record struct Signal(Color Color, Color Soft);
