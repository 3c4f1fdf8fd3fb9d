using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A service as its form shows it: a declared link, or words about a service that is described elsewhere.</summary>
public sealed partial class LinkForm
{
    /// <summary>Whoever follows from where the service opens.</summary>
    public const string AsUsual = "Usual";

    private const string Prefix = "Form.";

    // A word of the back office's own addresses.
    private const string Reserved = "lien";
    private const int LongestKey = 60;

    /// <summary>Number, short name or address, as the kind asks for.</summary>
    public string? Target { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Category { get; set; }

    /// <summary>"online", "signIn" or "paper"; empty: as the portal says.</summary>
    public string? Access { get; set; }

    /// <summary>Moments of life that it is found by.</summary>
    public List<string> LifeEvents { get; set; } = [];

    public string? ForWhom { get; set; }

    /// <summary>One a line.</summary>
    public string? Documents { get; set; }

    public string? Cost { get; set; }

    public string? Delay { get; set; }

    /// <summary>An entry of the directory.</summary>
    public string? Office { get; set; }

    /// <summary>Who handles it, when that is neither the town hall nor the territory.</summary>
    public string? Owner { get; set; }

    /// <summary>A name of <see cref="EServiceHandler"/>, or <see cref="AsUsual"/>; empty: it was not asked.</summary>
    public string? HandledBy { get; set; }

    /// <summary>Other words that people search it by, between commas.</summary>
    public string? Keywords { get; set; }

    /// <summary>Who can be said to handle a service of the whole territory.</summary>
    /// <param name="now">What is said now: it stays a choice.</param>
    public static IEnumerable<string> Handlers(EServiceHandler? now) =>
        new[] { AsUsual, nameof(EServiceHandler.Territory), nameof(EServiceHandler.Commune), nameof(EServiceHandler.Either) }.Concat(now == EServiceHandler.Other ? [nameof(EServiceHandler.Other)] : Array.Empty<string>());

    /// <summary>What an entry says, for the form.</summary>
    public static LinkForm Of(EServiceEntry entry) => new()
    {
        Target = entry.Id ?? entry.Url,
        Title = entry.Title,
        Summary = entry.Summary,
        Category = entry.Category,
        Access = entry.Access?.ToString(),
        LifeEvents = [.. entry.LifeEvents],
        ForWhom = entry.ForWhom,
        Documents = Typed.Joined(entry.Documents),
        Cost = entry.Cost,
        Delay = entry.Delay,
        Office = entry.Office,
        Owner = entry.Owner,
        HandledBy = entry.HandledBy?.ToString() ?? AsUsual,
        Keywords = entry.Keywords.IsDefaultOrEmpty ? null : string.Join(", ", entry.Keywords),
    };

    /// <summary>What the form says, on top of what it does not show.</summary>
    public EServiceEntry Read(EServiceEntry before, FormErrors errors)
    {
        var entry = before with
        {
            Title = before.Kind == EServiceKind.Portal ? Typed.Line(Title) : errors.Required(Prefix + nameof(Title), Title, EServiceTexts.T["TitleMissing"]),
            Summary = Typed.Line(Summary),
            Category = Typed.Line(Category),
            Access = Enum.TryParse<EServiceAccess>(Access, out var access) && Enum.IsDefined(access) ? access : null,
            LifeEvents = [.. LifeEvents.Where(Content.EServices.LifeEvents.Keys.Contains).Distinct(StringComparer.Ordinal)],
            ForWhom = Typed.Line(ForWhom),
            Documents = Typed.Lines(Documents),
            Cost = Typed.Line(Cost),
            Delay = Typed.Line(Delay),
            Office = Typed.Line(Office),
            Owner = Typed.Line(Owner),
            HandledBy = Handler(before.HandledBy),
            Keywords = [.. (Keywords ?? "").Split(',').Select(Typed.Line).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
        return WithTarget(entry, Typed.Line(Target), errors);
    }

    /// <summary>A key made of the title that no other service has.</summary>
    public static string KeyOf(string title, IReadOnlySet<string> taken)
    {
        var words = Slug.From(title);
        words = words.Length == 0 ? "demarche" : words.Length <= LongestKey ? words : words[..LongestKey].TrimEnd('-');
        return Enumerable.Range(1, taken.Count + 2).Select(i => i == 1 ? words : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{words}-{i}")).First(k => k != Reserved && !taken.Contains(k) && !Content.FolderFormat.SiteAddresses.ReservedServices.Contains(k));
    }

    private EServiceHandler? Handler(EServiceHandler? before) =>
        HandledBy == AsUsual ? null : Enum.TryParse<EServiceHandler>(HandledBy, out var handler) && Enum.IsDefined(handler) ? handler : before;

    // People copy the whole address of a payment page or of a procedure: what counts is taken out of it.
    private static EServiceEntry WithTarget(EServiceEntry entry, string? target, FormErrors errors)
    {
        switch (entry.Kind)
        {
            case EServiceKind.Portal:
                return entry;
            case EServiceKind.PayFip:
                if (target is not null && ClientNumber().Match(target) is { Success: true } number)
                    return entry with { Id = number.Groups["id"].Value, Url = null };
                errors.Add(Prefix + nameof(Target), EServiceTexts.T["ClientNumberWrong"]);
                return entry;
            case EServiceKind.DemarchesSimplifiees:
                if (target is not null && Procedure().Match(target) is { Success: true } procedure)
                    return entry with { Id = procedure.Groups["id"].Value, Url = null };
                errors.Add(Prefix + nameof(Target), EServiceTexts.T["ProcedureWrong"]);
                return entry;
            default:
                return WithAddress(entry, target, errors);
        }
    }

    private static EServiceEntry WithAddress(EServiceEntry entry, string? target, FormErrors errors)
    {
        if (target is null && entry.Access == EServiceAccess.Paper)
            return entry with { Url = null };
        if (target is not null && AddressOf(target) is { } address)
            return entry with { Url = address };
        errors.Add(Prefix + nameof(Target), EServiceTexts.T["LinkWrong"]);
        return entry;
    }

    private static string? AddressOf(string typed)
    {
        var text = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return text.Length <= Data.EServices.LinkRecord.Longest && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace)
            ? text
            : null;
    }

    [GeneratedRegex(@"^(?:https?://\S*[?&]numcli=)?(?<id>[0-9]{6})(?:&\S*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex ClientNumber();

    [GeneratedRegex(@"^(?:https?://[a-z0-9.-]*demarches?[.-](?:simplifiees|numerique)\S*/commencer/(?:test/)?)?(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)/?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Procedure();
}
