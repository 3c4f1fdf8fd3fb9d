using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Meals;

/// <summary>One day of the grid.</summary>
public sealed class DayForm
{
    /// <summary>A field for each course, one dish a line; the last is for dishes of none.</summary>
    public List<string?> Cells { get; set; } = [.. Enumerable.Repeat<string?>(null, WeekForm.Courses.Length)];

    /// <summary>Why there is no meal, or what else is to know.</summary>
    public string? Note { get; set; }

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Note) && Cells.TrueForAll(string.IsNullOrWhiteSpace);
}

/// <summary>A week of menus as a grid of days and courses.</summary>
public sealed class WeekForm
{
    /// <summary>Monday to Sunday.</summary>
    public const int DaysInWeek = 7;

    /// <summary>Days that every week shows.</summary>
    public const int SchoolDays = 5;

    /// <summary>The rows of the grid; null: a dish of no course.</summary>
    public static ImmutableArray<Course?> Courses { get; } = [Course.Starter, Course.Main, Course.Side, Course.Dairy, Course.Dessert, Course.Snack, null];

    /// <summary>Monday first.</summary>
    public List<DayForm> Days { get; set; } = [.. Enumerable.Range(0, DaysInWeek).Select(_ => new DayForm())];

    /// <summary>The grid of a week.</summary>
    public static WeekForm Of(CanteenMenus menus, LocalDate monday)
    {
        var form = new WeekForm();
        foreach (var day in In(menus, monday))
        {
            var row = form.Days[Period.DaysBetween(monday, day.Date)];
            row.Note = day.Note;
            row.Cells = [.. Courses.Select(c => Typed.Joined([.. day.Dishes.Where(d => d.Course == c).Select(DishLine.Show)]))];
        }
        return form;
    }

    /// <summary>The week's days that say something.</summary>
    public static ImmutableArray<MenuDay> In(CanteenMenus menus, LocalDate monday) =>
        [.. menus.Days.Where(d => monday <= d.Date && d.Date < monday.PlusDays(DaysInWeek))];

    /// <summary>The menus with this week in place of the one that they have.</summary>
    public CanteenMenus Into(CanteenMenus menus, LocalDate monday)
    {
        var old = In(menus, monday);
        var days = Days.Take(DaysInWeek).Select((row, i) => Day(row, monday.PlusDays(i))).OfType<MenuDay>();
        return menus with { Days = [.. menus.Days.Except(old).Concat(days).OrderBy(d => d.Date)] };
    }

    /// <summary>The days and courses in which two weeks differ.</summary>
    public static IReadOnlyList<FieldDifference> Differences(WeekForm theirs, WeekForm mine, LocalDate monday)
    {
        var differences = new List<FieldDifference>();
        for (var i = 0; i < DaysInWeek; i++)
        {
            var day = FrenchTimes.Day(monday.PlusDays(i));
            for (var c = 0; c < Courses.Length; c++)
                differences.Add(new($"{day} – {CourseName(Courses[c])}", Same(theirs.Days[i].Cells[c]), Same(mine.Days[i].Cells.ElementAtOrDefault(c))));
            differences.Add(new($"{day} – {MealTexts.T["Note"]}", Same(theirs.Days[i].Note), Same(mine.Days[i].Note)));
        }
        return [.. differences.Where(d => d.Before != d.After)];
    }

    /// <summary>What the grid calls a row.</summary>
    public static string CourseName(Course? course) => MealTexts.T[course is { } known ? "Course" + known : "CourseNone"];

    private static MenuDay? Day(DayForm row, LocalDate date)
    {
        if (row.IsEmpty)
            return null;
        var dishes = Courses.SelectMany((course, i) => Typed.Lines(row.Cells.ElementAtOrDefault(i)).Select(line => DishLine.Read(line, course)));
        return new(date, [.. dishes.OfType<Dish>()], Typed.Line(row.Note));
    }

    private static string Same(string? text) => string.Join('\n', Typed.Lines(text));
}
