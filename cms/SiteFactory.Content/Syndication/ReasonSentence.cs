using System.Globalization;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Syndication;

/// <summary>Says a reason in French, for the back office.</summary>
public static class ReasonSentence
{
    private static readonly TextResource Texts = new("SiteFactory.Content.Syndication.SyndicationTexts");

    /// <summary>One sentence that a webmaster understands.</summary>
    public static string Of(ShowReason reason, TerritorySnapshot snapshot) => reason switch
    {
        ShowReason.RuleAuto r => Rule("RuleAuto", r.Index, r.Rule, snapshot),
        ShowReason.RuleReviewPending r => Rule("RuleReviewPending", r.Index, r.Rule, snapshot),
        ShowReason.RuleNever r => Rule("RuleNever", r.Index, r.Rule, snapshot),
        ShowReason.AlertForced { Zone: { } zone } => Texts.Format("AlertForcedZone", ZoneLabel(zone, snapshot)),
        ShowReason.PathTaken p => Texts.Format("PathTaken", p.Path, SiteName(p.OwnerKey, snapshot)),
        _ => Texts[reason.GetType().Name],
    };

    private static string Rule(string name, int index, SubscriptionRule rule, TerritorySnapshot snapshot)
    {
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return Texts.Format(name, number, What(rule, snapshot));
    }

    private static string What(SubscriptionRule rule, TerritorySnapshot snapshot)
    {
        var kinds = rule.Kinds.IsEmpty ? Texts["KindAny"] : Join(rule.Kinds.Select(k => Texts["Kind" + k]));
        var from = SiteName(rule.From, snapshot);
        return rule.Topics.IsEmpty
            ? Texts.Format("What", kinds, from)
            : Texts.Format("WhatTopics", kinds, from, Join(rule.Topics.Select(t => TopicLabel(t, snapshot))));
    }

    private static string Join(IEnumerable<string> words)
    {
        var list = words.ToList();
        return list.Count < 2
            ? string.Concat(list)
            : Texts.Format("And", string.Join(", ", list.SkipLast(1)), list[^1]);
    }

    private static string SiteName(string key, TerritorySnapshot snapshot) =>
        snapshot.Sites.TryGetValue(key, out var content) ? content.Site.Name : key;

    private static string TopicLabel(string key, TerritorySnapshot snapshot) =>
        snapshot.Territory.Topics.FirstOrDefault(t => t.Key == key)?.Label ?? key;

    private static string ZoneLabel(string key, TerritorySnapshot snapshot) =>
        snapshot.Territory.Zones.FirstOrDefault(z => z.Key == key)?.Label ?? key;
}
