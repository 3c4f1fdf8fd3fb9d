using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Alerts;

/// <summary>The form of an alert.</summary>
public sealed class AlertForm : ItemForm
{
    public AlertSeverity Severity { get; set; } = AlertSeverity.Warning;

    /// <summary>A browser's date and time; empty: at once.</summary>
    public string? From { get; set; }

    /// <summary>A browser's date and time; empty: until it is withdrawn.</summary>
    public string? Until { get; set; }

    /// <summary>A path of the site or an address.</summary>
    public string? Link { get; set; }

    public override string? AddressFolder => null;

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new Alert { Id = id, SiteKey = context.Site.Key, Key = "", Title = "", Severity = AlertSeverity.Warning };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var alert = (Alert)item;
        Severity = alert.Severity;
        From = FormTimes.Moment(alert.From, context.Zone);
        Until = FormTimes.Moment(alert.Until, context.Zone);
        Link = alert.Link;
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors)
    {
        var alert = (Alert)item;
        return alert with
        {
            Severity = Severity,
            From = errors.Instant(nameof(From), From, alert.From, context.Zone),
            Until = errors.Instant(nameof(Until), Until, alert.Until, context.Zone),
            Link = Typed.Line(Link),
            Audience = AudienceOf(alert, alert.Audience, context),
        };
    }
}
