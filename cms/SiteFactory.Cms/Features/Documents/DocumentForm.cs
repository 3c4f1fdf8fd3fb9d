using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>The form of a document of the register.</summary>
public sealed class DocumentForm : ItemForm
{
    public DocumentType Type { get; set; } = DocumentType.Minutes;

    /// <summary>A browser's day.</summary>
    public string? Session { get; set; }

    public string? Reference { get; set; }

    public string? AuthorFirstName { get; set; }

    public string? AuthorLastName { get; set; }

    public string? AuthorCapacity { get; set; }

    /// <summary><c>media/x.pdf</c>.</summary>
    public string? File { get; set; }

    public override bool IsShared => false;

    public override string AddressFolder => "/documents/";

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new OfficialDocument { Id = id, SiteKey = context.Site.Key, Key = "", Title = "", Type = DocumentType.Minutes };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var document = (OfficialDocument)item;
        Type = document.Type;
        Session = document.Session is { } day ? FormTimes.Day(day) : null;
        (Reference, File) = (document.Reference, document.File);
        (AuthorFirstName, AuthorLastName, AuthorCapacity) = (document.Author?.FirstName, document.Author?.LastName, document.Author?.Capacity);
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors) => ((OfficialDocument)item) with
    {
        Type = Type,
        Session = errors.Day(nameof(Session), Session),
        Reference = Typed.Line(Reference),
        Author = Author(),
        File = Typed.Line(File),
    };

    private DocumentAuthor? Author()
    {
        var author = new DocumentAuthor(Typed.Line(AuthorFirstName), Typed.Line(AuthorLastName), Typed.Line(AuthorCapacity));
        return author == new DocumentAuthor(null, null, null) ? null : author;
    }
}
