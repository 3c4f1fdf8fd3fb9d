using System.Collections.Immutable;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Meals;

/// <summary>
/// Reads what is pasted out of a table or a letter: a table with days across and courses down (or neither named), or days with their dishes below.
/// </summary>
public static class PastedMenu
{
    private static readonly string[] Weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly (string Word, Course Course)[] CourseWords =
    [
        ("entree", Course.Starter), ("hors-d-oeuvre", Course.Starter), ("plat", Course.Main), ("viande", Course.Main), ("protidique", Course.Main),
        ("accompagnement", Course.Side), ("garniture", Course.Side), ("legume", Course.Side), ("feculent", Course.Side),
        ("laitage", Course.Dairy), ("produit-laitier", Course.Dairy), ("fromage", Course.Dairy), ("dessert", Course.Dessert), ("gouter", Course.Snack),
    ];

    /// <summary>Which course is meant by the place of a dish among those of a meal.</summary>
    private static readonly ImmutableArray<Course>[] ByCount =
    [
        [Course.Main], [Course.Main, Course.Dessert], [Course.Starter, Course.Main, Course.Dessert], [Course.Starter, Course.Main, Course.Side, Course.Dessert],
        [Course.Starter, Course.Main, Course.Side, Course.Dairy, Course.Dessert],
    ];

    /// <summary>Puts what was pasted into the grid. False when nothing of it was understood.</summary>
    public static bool Into(WeekForm week, string? text)
    {
        var lines = Typed.Block(text).Split('\n').Where(l => l.Trim().Length > 0).ToList();
        if (lines.Count == 0)
            return false;
        return lines.Exists(l => l.Contains('\t', StringComparison.Ordinal)) ? Table(week, [.. lines.Select(l => l.Split('\t'))]) : List(week, lines);
    }

    private static bool Table(WeekForm week, List<string[]> rows)
    {
        var header = rows.FindIndex(r => r.Any(c => DayOf(c) is not null));
        var named = header >= 0;
        var body = rows.Skip(named ? header + 1 : 0).ToList();
        var hasCourses = body.Any(r => CourseOf(r[0]) is not null);
        var columns = named
            ? rows[header].Select((cell, i) => (Day: DayOf(cell), Column: i)).Where(c => c.Day is not null).ToDictionary(c => c.Column, c => c.Day!.Value)
            : Enumerable.Range(0, WeekForm.SchoolDays).ToDictionary(d => d + (hasCourses ? 1 : 0), d => d);
        var places = ByCount[Math.Clamp(body.Count, 1, ByCount.Length) - 1];
        var any = false;
        for (var i = 0; i < body.Count; i++)
        {
            var course = hasCourses ? CourseOf(body[i][0]) : places[Math.Min(i, places.Length - 1)];
            foreach (var (column, day) in columns.Where(c => c.Key < body[i].Length && body[i][c.Key].Trim().Length > 0))
                any |= Add(week.Days[day], course, body[i][column].Split(" / "));
        }
        return any;
    }

    private static bool List(WeekForm week, List<string> lines)
    {
        var meals = new SortedDictionary<int, List<string>>();
        List<string>? meal = null;
        foreach (var line in lines)
        {
            if (DayOf(line) is { } day)
                meals[day] = meal = AfterDay(line) is { Length: > 0 } first ? [first] : [];
            else
                meal?.Add(line);
        }
        foreach (var (day, dishes) in meals)
        {
            var places = ByCount[Math.Clamp(dishes.Count, 1, ByCount.Length) - 1];
            for (var i = 0; i < dishes.Count; i++)
            {
                var (course, name) = Named(dishes[i]);
                Add(week.Days[day], course ?? places[Math.Min(i, places.Length - 1)], [name]);
            }
        }
        return meals.Values.Any(m => m.Count > 0);
    }

    /// <summary>"Entrée : Carottes râpées".</summary>
    private static (Course? Course, string Name) Named(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && CourseOf(line[..colon]) is { } course ? (course, line[(colon + 1)..]) : (null, line);
    }

    /// <summary>What stands behind "Lundi 23 novembre :".</summary>
    private static string AfterDay(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : line[(colon + 1)..].Trim();
    }

    private static bool Add(DayForm day, Course? course, IEnumerable<string> dishes)
    {
        var at = WeekForm.Courses.IndexOf(course);
        var lines = Typed.Lines(day.Cells[at]).Concat(dishes.Select(d => d.Trim().TrimStart('-', '•', '–', '*').Trim()).Where(d => d.Length > 0));
        day.Cells[at] = Typed.Joined([.. lines.Distinct(StringComparer.Ordinal)]);
        return true;
    }

    private static int? DayOf(string cell)
    {
        var word = Slug.From(cell).Split('-')[0];
        return Array.IndexOf(Weekdays, word) is >= 0 and var day ? day : null;
    }

    private static Course? CourseOf(string cell)
    {
        var key = Slug.From(cell);
        return CourseWords.Where(w => key.StartsWith(w.Word, StringComparison.Ordinal)).Select(w => (Course?)w.Course).FirstOrDefault();
    }
}
