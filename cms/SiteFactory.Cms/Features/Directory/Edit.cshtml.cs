using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Directory;

/// <summary>Writes one item of this kind.</summary>
public sealed class EditModel(EditorServices services) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Directory;

    /// <inheritdoc/>
    public override TextResource Words => DirectoryTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Directory/_Fields.cshtml";

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new DirectoryForm();
}
