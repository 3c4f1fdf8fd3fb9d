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
        var severity = b.Item.Severity.CompareTo(a.Item.Severity);
        return Then(severity != 0 ? severity : Nullable.Compare(b.Item.From, a.Item.From), a, b);
    }

    public static int Offers(Offer a, Offer b)
    {
        var kind = a.Item.Kind.CompareTo(b.Item.Kind);
        var owner = kind != 0 ? kind : string.CompareOrdinal(a.Owner.Key, b.Owner.Key);
        var key = owner != 0 ? owner : string.CompareOrdinal(a.Item.Key, b.Item.Key);
        return key != 0 ? key : a.Item.Id.CompareTo(b.Item.Id);
    }

    /// <summary>Who is served first when two want one address: the site itself, the métropole, then by key.</summary>
    public static int Precedence<T>(Shown<T> a, Shown<T> b)
        where T : ContentItem
    {
        var rank = Rank(a).CompareTo(Rank(b));
        var owner = rank != 0 ? rank : string.CompareOrdinal(a.Owner.Key, b.Owner.Key);
        var key = owner != 0 ? owner : string.CompareOrdinal(a.Item.Key, b.Item.Key);
        return Then(key, a, b);
    }

    private static int Rank<T>(Shown<T> shown)
        where T : ContentItem =>
        shown.IsOwn ? 0 : shown.Owner.Kind == SiteKind.Metropole ? 1 : 2;

    private static int Then<T>(int first, Shown<T> a, Shown<T> b)
        where T : ContentItem =>
        first != 0 ? first : a.Item.Id.CompareTo(b.Item.Id);
}
