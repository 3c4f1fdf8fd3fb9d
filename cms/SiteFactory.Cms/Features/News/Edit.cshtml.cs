using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.News;

/// <summary>Writes one item of this kind.</summary>
public sealed class EditModel(EditorServices services) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.News;

    /// <inheritdoc/>
    public override TextResource Words => NewsTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/News/_Fields.cshtml";

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new NewsForm();
}
