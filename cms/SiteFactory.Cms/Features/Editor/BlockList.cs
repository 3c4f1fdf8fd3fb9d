using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteFactory.Widgets;
using SiteFactory.Widgets.Attributes;

namespace SiteFactory.Cms.Features.Editor;

/// <summary>A value and what people read for it.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>One thing that a block can be told.</summary>
/// <param name="Type"><c>text</c>, <c>number</c>, <c>choice</c>, <c>topic</c>, <c>entry</c>, <c>media</c> or <c>url</c>.</param>
public sealed record BlockAttribute(string Name, string Label, string? Hint, string Type, bool Required, ImmutableArray<Choice>? Choices, int? Least, int? Most);

/// <summary>A directive as the "Ajouter un bloc" menu offers it.</summary>
/// <param name="Sample">What stands in a new one; null: it encloses nothing.</param>
public sealed record Block(string Name, string Label, string Help, string? Sample, ImmutableArray<BlockAttribute> Attributes)
{
    /// <summary>Whether people write inside it.</summary>
    public bool HasContent => Sample is not null;
}

/// <summary>The blocks that editors have: those of the widgets, in a webmaster's words.</summary>
public static class BlockList
{
    private static readonly FrozenDictionary<string, string> Words = ResourceWords.Of("BlockTexts");

    /// <summary>All of them, in the order of the menu.</summary>
    public static ImmutableArray<Block> All { get; } = [.. Directives.All.Select(Of)];

    private static Block Of(IDirective directive) => new(
        directive.Name,
        Word(directive.Name) ?? directive.Name,
        Word(directive.Name + ".help") ?? "",
        Word(directive.Name + ".sample"),
        [.. directive.Attributes.Select(a => Of(directive.Name, a))]);

    private static BlockAttribute Of(string directive, AttributeRule rule) => new(
        rule.Name,
        Word($"{directive}.{rule.Name}") ?? Word($"any.{rule.Name}") ?? rule.Name,
        Word($"{directive}.{rule.Name}.hint"),
        TypeOf(rule),
        rule.IsRequired,
        rule.Kind == AttributeKind.Choice ? [.. rule.Words.Select(w => new Choice(w, Word($"{directive}.{rule.Name}.{w}") ?? w))] : null,
        rule.Bounds?.Least,
        rule.Bounds?.Most);

    private static string TypeOf(AttributeRule rule) => rule switch
    {
        { Kind: AttributeKind.Key, Name: "topic" } => "topic",
        { Kind: AttributeKind.Key, Name: "entry" } => "entry",
        { Kind: AttributeKind.Media } or { Name: "src" or "captions" } => "media",
        { Name: "url" } => "url",
        { Kind: AttributeKind.Number } => "number",
        { Kind: AttributeKind.Choice } => "choice",
        _ => "text",
    };

    private static string? Word(string name) => Words.GetValueOrDefault(name);
}
