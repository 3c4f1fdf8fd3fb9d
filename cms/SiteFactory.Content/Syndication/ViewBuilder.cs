using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>Makes one site's view from its inputs.</summary>
internal sealed class ViewBuilder
{
    private readonly ViewInputs _inputs;
    private readonly SiteView? _previous;
    private readonly Decision _decision;
    private readonly Dictionary<Guid, Overlay> _overlays = [];
    private readonly List<(Offered Offer, ShowReason Reason, Overlay? Overlay)> _accepted = [];
    private readonly List<Offer> _pending = [];
    private readonly List<Offer> _refused = [];

    public ViewBuilder(ViewInputs inputs, SiteView? previous)
    {
        _inputs = inputs;
        _previous = previous;
        _decision = new(inputs.Content.Site, inputs.Zones);
        foreach (var overlay in inputs.Content.Overlays)
            _overlays.TryAdd(overlay.Item, overlay);
    }

    private Site Site => _inputs.Content.Site;

    public SiteView Build()
    {
        foreach (var offer in _inputs.Offers)
            Sort(offer);
        var content = _inputs.Content;
        var pages = SharedPages();
        return new SiteView
        {
            Site = Site,
            Territory = _inputs.Territory,
            Pages = content.Pages,
            SharedPages = Reuse.Array(pages, _previous?.SharedPages ?? [], Shown<Page>.Same),
            News = List(content.News, ShownOrder.News, _previous?.News),
            Events = List(content.Events, ShownOrder.Events, _previous?.Events),
            Directory = List(content.Directory, ShownOrder.Directory, _previous?.Directory),
            Alerts = List(content.Alerts, ShownOrder.Alerts, _previous?.Alerts),
            Documents = content.Documents,
            Media = content.Media,
            Pending = Offers(_pending, _previous?.Pending),
            Refused = Offers(_refused, _previous?.Refused),
            Inputs = _inputs,
        };
    }

    private void Sort(Offered offer)
    {
        var overlay = _overlays.GetValueOrDefault(offer.Item.Id);
        var reason = _decision.For(offer.Item, offer.Owner, overlay);
        switch (reason.Verdict)
        {
            case Verdict.Shown:
                _accepted.Add((offer, reason, overlay));
                break;
            case Verdict.Pending:
                _pending.Add(new(offer.Item, offer.Owner, reason, overlay));
                break;
            case Verdict.Refused:
                _refused.Add(new(offer.Item, offer.Owner, reason, overlay));
                break;
        }
    }

    private List<Shown<Page>> SharedPages()
    {
        var wanted = Accepted<Page>(p => p.MountedPath.Trim('/'));
        if (wanted.Count == 0)
            return wanted;
        var taken = new Dictionary<string, string>();
        foreach (var page in _inputs.Content.Pages)
        {
            if (page.Status == PublicationStatus.Published)
                taken.TryAdd(page.Key, Site.Key);
        }
        var shown = new List<Shown<Page>>(wanted.Count);
        foreach (var page in wanted)
        {
            if (taken.TryAdd(page.Slug, page.Owner.Key))
                shown.Add(page);
            else
                _refused.Add(new(page.Item, page.Owner, new ShowReason.PathTaken(page.Item.MountedPath, taken[page.Slug]), page.Overlay));
        }
        shown.Sort(ShownOrder.Pages);
        return shown;
    }

    private ImmutableArray<Shown<T>> List<T>(ImmutableArray<T> own, Comparison<Shown<T>> order, ImmutableArray<Shown<T>>? before)
        where T : ContentItem
    {
        var shown = own.Select(i => new Shown<T>(i, Site, Decision.OwnItem, null, Site.Key, i.Key)).ToList();
        var names = own.Select(i => i.Key).ToHashSet();
        foreach (var other in Accepted<T>(i => i.Key))
            shown.Add(Named(other, names));
        shown.Sort(order);
        return Reuse.Array(shown, before ?? [], Shown<T>.Same);
    }

    private List<Shown<T>> Accepted<T>(Func<T, string> slug)
        where T : ContentItem
    {
        var list = new List<Shown<T>>();
        foreach (var (offer, reason, overlay) in _accepted)
        {
            if (offer.Item is T item)
                list.Add(new(item, offer.Owner, reason, overlay, Site.Key, slug(item)));
        }
        return list;
    }

    private static Shown<T> Named<T>(Shown<T> shown, HashSet<string> names)
        where T : ContentItem
    {
        if (names.Add(shown.Slug))
            return shown;
        var root = $"{shown.Slug}-{shown.Owner.Key}";
        var slug = root;
        for (var n = 2; !names.Add(slug); n++)
            slug = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{root}-{n}");
        return shown with { Slug = slug };
    }

    private static ImmutableArray<Offer> Offers(List<Offer> offers, ImmutableArray<Offer>? before)
    {
        offers.Sort(ShownOrder.Offers);
        return Reuse.Array(offers, before ?? [], Offer.Same);
    }
}
