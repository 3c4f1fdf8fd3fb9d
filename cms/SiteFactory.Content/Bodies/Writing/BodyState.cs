using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>What one parse gathers on its way.</summary>
internal sealed class BodyState(NodeSink output)
{
    private bool _htmlSeen;

    public NodeSink Output { get; } = output;

    public FrenchTypography Typography { get; } = new(output.Html);

    public List<BodyIssue> Issues { get; } = [];

    public List<BodyLink> Links { get; } = [];

    public UniqueIds Ids { get; } = new();

    /// <summary>Level of the heading before; the page's title is 1.</summary>
    public int HeadingLevel { get; set; } = 1;

    /// <summary>Says once a body that HTML tags are shown, not obeyed.</summary>
    public void NoteHtml(ReadOnlySpan<char> text, int line)
    {
        if (_htmlSeen)
            return;
        var tag = text.IndexOf('<');
        if (tag < 0 || tag + 1 >= text.Length || !char.IsAsciiLetter(text[tag + 1]) && text[tag + 1] != '/')
            return;
        _htmlSeen = true;
        Issues.Add(BodyIssue.Warning("raw-html", line));
    }
}
