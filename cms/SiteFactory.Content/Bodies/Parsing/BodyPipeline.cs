using Markdig;

namespace SiteFactory.Content.Bodies.Parsing;

/// <summary>The Markdown that a body may use.</summary>
internal static class BodyPipeline
{
    /// <summary>Frozen, and safe to use from several threads.</summary>
    public static MarkdownPipeline Instance { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .DisableHtml();
        builder.BlockParsers.Insert(0, new DirectiveBlockParser());
        return builder.Build();
    }
}
