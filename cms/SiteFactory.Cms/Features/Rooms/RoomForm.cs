using System.Globalization;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Rooms;

/// <summary>A line of the prices.</summary>
public sealed class PriceRow
{
    public string? Label { get; set; }

    public string? When { get; set; }

    public string? Price { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(When) && string.IsNullOrWhiteSpace(Price);
}

/// <summary>A room to rent as a form.</summary>
public sealed class RoomForm : EntryForm<Room>
{
    /// <summary>Its key in the directory.</summary>
    public string? Entry { get; set; }

    public string? Seated { get; set; }

    public string? Standing { get; set; }

    /// <summary>Square metres.</summary>
    public string? Area { get; set; }

    /// <summary>One thing a line.</summary>
    public string? Equipment { get; set; }

    public List<PriceRow> Prices { get; set; } = [];

    public string? Deposit { get; set; }

    public string? Conditions { get; set; }

    /// <summary><c>media/reglement.pdf</c>.</summary>
    public string? Rules { get; set; }

    /// <summary>The portal's service that takes the request; empty: the usual one.</summary>
    public string? Service { get; set; }

    /// <inheritdoc/>
    public override void Show(Room entry)
    {
        (Entry, Deposit, Conditions, Rules, Service) = (entry.Entry, entry.Deposit, entry.Conditions, entry.Rules, entry.Service);
        (Seated, Standing, Area) = (Number(entry.Seated), Number(entry.Standing), Number(entry.Area));
        Equipment = Typed.Joined(entry.Equipment);
        Prices = [.. entry.Prices.Select(p => new PriceRow { Label = p.Label, When = p.When, Price = p.Price })];
    }

    /// <inheritdoc/>
    public override Room Read(Room? before, EditContext context, FormErrors errors)
    {
        var entry = errors.Required(nameof(Entry), Entry, RoomTexts.T["EntryMissing"]);
        var service = Typed.Line(Service);
        if (service is not null && !Slug.IsSlug(service))
            errors.Add(nameof(Service), RoomTexts.T["ServiceWrong"]);
        return new(
            entry,
            EverydayText.Count(nameof(Seated), Seated, errors),
            EverydayText.Count(nameof(Standing), Standing, errors),
            EverydayText.Count(nameof(Area), Area, errors),
            Typed.Lines(Equipment),
            [.. Prices.Select((row, i) => Price(row, i, errors)).OfType<RoomPrice>()],
            Typed.Line(Deposit),
            EverydayText.Paragraph(Conditions),
            Typed.Line(Rules),
            service);
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadableField> Readable()
    {
        var texts = RoomTexts.T;
        yield return new(texts["Entry"], Entry ?? "");
        yield return new(texts["Seated"], Seated ?? "");
        yield return new(texts["Standing"], Standing ?? "");
        yield return new(texts["Area"], Area ?? "");
        yield return new(texts["Equipment"], Equipment ?? "");
        yield return new(texts["Prices"], string.Join('\n', Prices.Where(p => !p.IsEmpty).Select(p => string.Join(" – ", new[] { p.Label, p.When, p.Price }.Where(t => !string.IsNullOrWhiteSpace(t))))));
        yield return new(texts["Deposit"], Deposit ?? "");
        yield return new(texts["Conditions"], Conditions ?? "");
        yield return new(texts["Rules"], Rules ?? "");
        yield return new(texts["Service"], Service ?? "");
    }

    private static RoomPrice? Price(PriceRow row, int index, FormErrors errors)
    {
        if (row.IsEmpty)
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"{nameof(Prices)}[{index}].");
        return new(errors.Required(name + nameof(PriceRow.Label), row.Label, RoomTexts.T["PriceLabelMissing"]), Typed.Line(row.When), errors.Required(name + nameof(PriceRow.Price), row.Price, RoomTexts.T["PriceMissing"]));
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
