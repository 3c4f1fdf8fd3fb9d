using System.Security.Cryptography;
using System.Text;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Collections;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Jobs;
using SiteFactory.Cms.Features.Meals;
using SiteFactory.Cms.Features.Rooms;
using SiteFactory.Cms.Features.Works;
using SiteFactory.Cms.French;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>The texts of the files as people read them: two can be compared in plain words, and two changes of one put together.</summary>
public static class EverydayContent
{
    /// <summary>Tells two texts apart.</summary>
    public static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>Both changes of a text, as the format writes it; null when they do not go together.</summary>
    /// <param name="path">Of the file.</param>
    public static string? Merged(string path, string before, string now, string proposed) =>
        now == before ? Written(path, proposed) : Written(path, ThreeWayMerge.Of(before, now, proposed).Text);

    /// <summary>What is another in the second text.</summary>
    public static IReadOnlyList<FieldDifference> Differences(string path, string before, string after)
    {
        var (left, right) = (Readable(path, before), Readable(path, after));
        var renamed = Renamed(left, right);
        return
        [
            .. right.Keys.Concat(left.Keys).Except(renamed.Values, StringComparer.Ordinal).Distinct(StringComparer.Ordinal)
                .Select(label => new FieldDifference(label, left.GetValueOrDefault(renamed.GetValueOrDefault(label, label), ""), right.GetValueOrDefault(label, "")))
                .Where(d => d.Before != d.After),
        ];
    }

    /// <summary>Where as many entries came as went, each stands for the one that was in its place: the old name by the new one.</summary>
    private static Dictionary<string, string> Renamed(Dictionary<string, string> left, Dictionary<string, string> right)
    {
        var (gone, come) = (left.Keys.Where(k => !right.ContainsKey(k)).ToList(), right.Keys.Where(k => !left.ContainsKey(k)).ToList());
        return gone.Count == come.Count ? come.Zip(gone).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal) : [];
    }

    private static Dictionary<string, string> Readable(string path, string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, value) in Fields(path, text))
        {
            // Two entries of one name stand one below the other.
            fields[label] = fields.TryGetValue(label, out var first) ? first + "\n\n" + value : value;
        }
        return fields;
    }

    private static IEnumerable<ReadableField> Fields(string path, string text) => Name(path) switch
    {
        "menus.yaml" => Menus(Read(path, text, EverydayFiles.Menus)),
        "works.yaml" => Read(path, text, EverydayFiles.Works).Items.Select(w => Entry<RoadWorks, WorksForm>(w.Title, w)),
        "jobs.yaml" => Read(path, text, EverydayFiles.Jobs).Items.Select(j => Entry<JobOffer, JobForm>(j.Title, j)),
        "rooms.yaml" => Rooms(Read(path, text, EverydayFiles.Rooms)),
        _ => Collections(Read(path, text, EverydayFiles.Collections)),
    };

    private static IEnumerable<ReadableField> Menus(CanteenMenus menus)
    {
        var texts = MealTexts.T;
        yield return new(texts["Place"], menus.Place ?? "");
        yield return new(texts["NoteAll"], menus.Note ?? "");
        foreach (var day in menus.Days)
            yield return new(FrenchTimes.Day(day.Date), string.Join('\n', day.Dishes.Select(d => $"{WeekForm.CourseName(d.Course)} – {DishLine.Show(d)}").Append(day.Note).OfType<string>()));
    }

    private static IEnumerable<ReadableField> Rooms(RoomList rooms) =>
        rooms.Rooms.Select(r => Entry<Room, RoomForm>(r.Entry, r)).Prepend(new(RoomTexts.T["Note"], rooms.Note ?? ""));

    private static IEnumerable<ReadableField> Collections(WasteCollections file)
    {
        var texts = CollectionTexts.T;
        yield return new(texts["Holidays"], texts["Holidays" + file.Holidays]);
        yield return new(texts["NoteAll"], file.Note ?? "");
        foreach (var sector in file.Sectors)
            yield return Entry<WasteSector, SectorForm>(sector.Name, sector);
        foreach (var change in file.Changes)
            yield return new(texts["Changes"], Line(file, change));
    }

    private static string Line(WasteCollections file, WasteChange change)
    {
        var texts = CollectionTexts.T;
        var what = change.To is { } to ? texts.Format("ChangeMovedLine", FrenchTimes.Day(change.Date), FrenchTimes.Day(to)) : texts.Format("ChangeCancelledLine", FrenchTimes.Day(change.Date));
        var where = change.Sector is { } key ? file.Sectors.FirstOrDefault(s => s.Key == key)?.Name ?? key : texts["AllSectors"];
        return string.Join(", ", new[] { what, where, change.Waste is { } waste ? texts["Waste" + waste] : null, change.Note }.OfType<string>());
    }

    private static ReadableField Entry<TEntry, TForm>(string title, TEntry entry)
        where TEntry : class
        where TForm : EntryForm<TEntry>, new()
    {
        var form = new TForm();
        form.Show(entry);
        return new(title, string.Join('\n', form.Readable().Where(f => f.Value.Length > 0).Select(f => $"{f.Label}\u00a0: {Said(f.Value)}")));
    }

    // A browser's day as people say it.
    private static string Said(string value) => FormTimes.Day(value) is { } day ? FrenchTimes.Day(day) : value;

    private static string? Written(string path, string text) => Name(path) switch
    {
        "menus.yaml" => Written(path, text, EverydayFiles.Menus),
        "works.yaml" => Written(path, text, EverydayFiles.Works),
        "jobs.yaml" => Written(path, text, EverydayFiles.Jobs),
        "rooms.yaml" => Written(path, text, EverydayFiles.Rooms),
        _ => Written(path, text, EverydayFiles.Collections),
    };

    private static string? Written<T>(string path, string text, EverydayFile<T> file)
        where T : class =>
        FormatText.ReadEveryday<T>(path, text) is { IsGood: true, Value: { } value } ? file.Text(value) : null;

    private static T Read<T>(string path, string text, EverydayFile<T> file)
        where T : class =>
        text.Length == 0 ? file.Empty : FormatText.ReadEveryday<T>(path, text).Value ?? file.Empty;

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
