using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Alerts;

/// <summary>Writes one item of this kind.</summary>
public sealed class EditModel(EditorServices services) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Alert;

    /// <inheritdoc/>
    public override TextResource Words => AlertTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Alerts/_Fields.cshtml";

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new AlertForm();
}
