using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Alerts;

/// <summary>The site's items of this kind.</summary>
public sealed class IndexModel(ListServices services) : ItemListModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Alert;

    /// <inheritdoc/>
    public override TextResource Words => AlertTexts.T;
}
