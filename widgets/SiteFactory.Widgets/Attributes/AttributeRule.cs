using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Bodies;

namespace SiteFactory.Widgets.Attributes;

/// <summary>How a form asks for an attribute.</summary>
public enum AttributeKind
{
    Text,
    Number,
    Choice,
    Key,
    Keys,
    Media,
}

/// <summary>What an attribute of a directive must look like.</summary>
/// <param name="Expected">For the fault's cure, in French: "un nombre entre 1 et 50".</param>
/// <param name="Accepts">Whether a value will do.</param>
public sealed record AttributeRule(string Name, bool IsRequired, string Expected, Func<string, bool> Accepts)
{
    /// <summary>How a form asks for it.</summary>
    public AttributeKind Kind { get; init; }

    /// <summary>The words of a choice.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The bounds of a number.</summary>
    public (int Least, int Most)? Bounds { get; init; }

    /// <summary>Any words.</summary>
    public static AttributeRule Text(string name, bool required = false) =>
        new(name, required, WidgetTexts.Get("expect.text"), value => !string.IsNullOrWhiteSpace(value));

    /// <summary>A whole number within bounds.</summary>
    public static AttributeRule Number(string name, int least, int most) =>
        new(name, false, WidgetTexts.Format("expect.number", least, most),
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            Kind = AttributeKind.Number,
            Bounds = (least, most),
        };

    /// <summary>One of a few words.</summary>
    public static AttributeRule Choice(string name, params ImmutableArray<string> words) =>
        new(name, false, WidgetTexts.Format("expect.choice", string.Join(", ", words)), words.Contains) { Kind = AttributeKind.Choice, Words = words };

    /// <summary>A key of the territory: <c>dechets</c>, <c>metropole/musee</c>.</summary>
    public static AttributeRule Key(string name, bool required = false) =>
        new(name, required, WidgetTexts.Get("expect.key"), value => IsKeys(value, separator: '\0')) { Kind = AttributeKind.Key };

    /// <summary>Keys with commas between them.</summary>
    public static AttributeRule Keys(string name) =>
        new(name, false, WidgetTexts.Get("expect.keys"), value => IsKeys(value, separator: ',')) { Kind = AttributeKind.Keys };

    /// <summary>A file of the site's media.</summary>
    public static AttributeRule Media(string name, bool required = false) =>
        new(name, required, WidgetTexts.Get("expect.media"), value => LinkPolicy.Check(value)?.Kind == LinkKind.Media) { Kind = AttributeKind.Media };

    /// <summary>Makes the rule's attribute one that must be written.</summary>
    public AttributeRule Required => this with { IsRequired = true };

    private static bool IsKeys(string value, char separator) =>
        value.Length > 0 && value.Split(separator, StringSplitOptions.TrimEntries).All(IsKey);

    private static bool IsKey(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '/');
}
