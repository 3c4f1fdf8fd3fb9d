namespace SiteFactory.Cms.Features.Home;

/// <summary>Small drawings of the home page's tasks, on a square of 24 units.</summary>
public static class TaskIcons
{
    private const string Sheet = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["TaskEvent"] = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4",
        ["TaskNews"] = "M4 10v4h3l8 5V5L7 10zM18 9.5a4 4 0 0 1 0 5",
        ["TaskDocument"] = Sheet,
        ["TaskClose"] = "M3 21h18M5 21V10l7-6 7 6v11M9.5 12.5l5 5M14.5 12.5l-5 5",
        ["TaskAlert"] = "M12 4 2.5 20h19zM12 10v5M12 17.5v.2",
        ["TaskMeals"] = "M8 10v11M5.5 3v4.5a2.5 2.5 0 0 0 5 0V3M8 3v7M18 21V3c-2.5 1-3.5 4.5-3.5 9H18",
        ["TaskWorks"] = "M4 21h16M6.5 21 11 3h2l4.5 18M9.5 9h5M8 15h8",
        ["TaskPage"] = "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM14 6.5l3.5 3.5",
    };

    /// <summary>The path of a task's drawing; a sheet of paper for one that has none.</summary>
    public static string Of(string task) => Paths.GetValueOrDefault(task, Sheet);
}
