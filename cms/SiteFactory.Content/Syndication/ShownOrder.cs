using SiteFactory.Content.Model;

namespace SiteFactory.Content.Syndication;

/// <summary>The fixed order of each list of a view; the id settles what is otherwise equal.</summary>
internal static class ShownOrder
{
    public static int Pages(Shown<Page> a, Shown<Page> b) =>
        Then(string.CompareOrdinal(a.Slug, b.Slug), a, b);

    public static int News(Shown<NewsItem> a, Shown<NewsItem> b) =>
        Then(b.Item.Date.CompareTo(a.Item.Date), a, b);

    public static int Events(Shown<EventItem> a, Shown<EventItem> b) =>
        Then(a.Item.Start.CompareTo(b.Item.Start), a, b);

    public static int Directory(Shown<DirectoryEntry> a, Shown<DirectoryEntry> b) =>
        Then(string.CompareOrdinal(a.Slug, b.Slug), a, b);

    public static int Alerts(Shown<Alert> a, Shown<Alert> b)
    {
        var severity = ((int)b.Item.Severity).CompareTo((int)a.Item.Severity);
        return Then(severity != 0 ? severity : Nullable.Compare(b.Item.From, a.Item.From), a, b);
    }

    public static int Offers(Offer a, Offer b)
    {
        var kind = ((int)a.Item.Kind).CompareTo((int)b.Item.Kind);
        var owner = kind != 0 ? kind : string.CompareOrdinal(a.Owner.Key, b.Owner.Key);
        var key = owner != 0 ? owner : string.CompareOrdinal(a.Item.Key, b.Item.Key);
        return key != 0 ? key : a.Item.Id.CompareTo(b.Item.Id);
    }

    private static int Then<T>(int first, Shown<T> a, Shown<T> b)
        where T : ContentItem =>
        first != 0 ? first : a.Item.Id.CompareTo(b.Item.Id);
}
