using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Works;

/// <summary>Works on a road as a form.</summary>
public sealed class WorksForm : EntryForm<RoadWorks>
{
    public string? Title { get; set; }

    public WorksKind Kind { get; set; }

    /// <summary>A browser's day.</summary>
    public string? From { get; set; }

    /// <summary>A browser's day; empty: not known yet.</summary>
    public string? Until { get; set; }

    /// <summary>The road, in words.</summary>
    public string? Place { get; set; }

    /// <summary>The time of the day.</summary>
    public string? Hours { get; set; }

    public string? Detour { get; set; }

    public string? Text { get; set; }

    /// <summary>What the address search is asked for; not stored.</summary>
    public string? Search { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>Points of the stretch, one a line.</summary>
    public string? Line { get; set; }

    /// <summary>In the métropole's file: keys of the communes that show them.</summary>
    public List<string> Sites { get; set; } = [];

    /// <inheritdoc/>
    public override void Start(EditContext context) => From = FormTimes.Day(context.Today);

    /// <inheritdoc/>
    public override void Show(RoadWorks entry)
    {
        (Title, Kind, Place, Hours, Detour, Text) = (entry.Title, entry.Kind, entry.Place, entry.Hours, entry.Detour, entry.Text);
        (From, Until) = (FormTimes.Day(entry.From), entry.Until is { } until ? FormTimes.Day(until) : null);
        (Latitude, Longitude) = GeoFields.Show(entry.Geo);
        Line = Typed.Joined([.. entry.Line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Latitude}, {p.Longitude}"))]);
        Sites = [.. entry.Sites];
    }

    /// <inheritdoc/>
    public override RoadWorks Read(RoadWorks? before, EditContext context, FormErrors errors)
    {
        var title = errors.Required(nameof(Title), Title, WorksTexts.T["TitleMissing"]);
        if (string.IsNullOrWhiteSpace(From))
            errors.Add(nameof(From), ItemTexts.T["DayMissing"]);
        var (from, until) = (errors.Day(nameof(From), From), errors.Day(nameof(Until), Until));
        if (until < from)
            errors.Add(nameof(Until), WorksTexts.T["UntilBeforeFrom"]);
        return new(
            title, Kind, from ?? default, until, Typed.Line(Place), Typed.Line(Hours), Typed.Line(Detour), EverydayText.Paragraph(Text),
            GeoFields.Read(Latitude, Longitude, errors), Points(errors), SitesOf(before, context));
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadableField> Readable()
    {
        var texts = WorksTexts.T;
        yield return new(texts["FieldTitle"], Title ?? "");
        yield return new(texts["Kind"], texts["Kind" + Kind]);
        yield return new(texts["From"], From ?? "");
        yield return new(texts["Until"], Until ?? "");
        yield return new(texts["Place"], Place ?? "");
        yield return new(texts["Hours"], Hours ?? "");
        yield return new(texts["Detour"], Detour ?? "");
        yield return new(texts["Text"], Text ?? "");
        yield return new(texts["OnMap"], $"{Latitude} {Longitude}".Trim());
        yield return new(texts["Line"], Line ?? "");
        yield return new(texts["Sites"], string.Join(", ", Sites));
    }

    private ImmutableArray<string> SitesOf(RoadWorks? before, EditContext context) => context.Site.Kind == SiteKind.Metropole
        ? [.. context.Sites.Select(s => s.Key).Where(Sites.Contains)]
        : before?.Sites ?? [];

    private ImmutableArray<GeoPoint> Points(FormErrors errors)
    {
        var points = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach (var line in Typed.Lines(Line))
        {
            var numbers = line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (numbers.Length == 2 && EverydayText.Degrees(numbers[0], 90) is { } north && EverydayText.Degrees(numbers[1], 180) is { } east)
                points.Add(new(north, east));
            else
                errors.Add(nameof(Line), WorksTexts.T.Format("LineWrong", line));
        }
        return points.DrainToImmutable();
    }
}
