using System.Security.Cryptography;
using System.Text;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>One of the files about everyday services: what stands in it, and where it is shown.</summary>
/// <param name="Name">In the site's folder: <c>menus.yaml</c>.</param>
/// <param name="Segment">Of its screens' addresses: <c>cantine</c>.</param>
/// <param name="Directive">The block that shows it on pages.</param>
/// <param name="Empty">A file that says nothing.</param>
/// <param name="Wrap">The file among the services, for the format to write it.</param>
public sealed record EverydayFile<T>(string Name, string Segment, string Directive, T Empty, Func<T, EverydayServices> Wrap)
    where T : class
{
    /// <summary>As the format writes it.</summary>
    public string Text(T value) => FormatText.WriteEveryday(Wrap(value)).Single().Text;

    /// <summary>Tells two contents apart; the same for the same content.</summary>
    public string Print(T value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(value))))[..16];
}

/// <summary>The files that there are.</summary>
public static class EverydayFiles
{
    public static EverydayFile<WasteCollections> Collections { get; } =
        new("collections.yaml", "collectes", "waste", new(HolidayShift.Usual, null, [], []), f => new(Collections: f));

    public static EverydayFile<CanteenMenus> Menus { get; } = new("menus.yaml", "cantine", "menus", new(null, null, []), f => new(Menus: f));

    public static EverydayFile<RoadWorksList> Works { get; } = new("works.yaml", "travaux", "works", new([]), f => new(Works: f));

    public static EverydayFile<JobOffers> Jobs { get; } = new("jobs.yaml", "emploi", "jobs", new([]), f => new(Jobs: f));

    public static EverydayFile<RoomList> Rooms { get; } = new("rooms.yaml", "salles", "rooms", new(null, []), f => new(Rooms: f));

    /// <summary>The file's name by the segment of its screens; null for another word.</summary>
    public static string? NameOf(string segment) => segment switch
    {
        "collectes" => Collections.Name,
        "cantine" => Menus.Name,
        "travaux" => Works.Name,
        "emploi" => Jobs.Name,
        "salles" => Rooms.Name,
        _ => null,
    };

    /// <summary>The segment of the screens of a file, by its name.</summary>
    public static string SegmentOf(string name) => name switch
    {
        "collections.yaml" => Collections.Segment,
        "menus.yaml" => Menus.Segment,
        "works.yaml" => Works.Segment,
        "jobs.yaml" => Jobs.Segment,
        _ => Rooms.Segment,
    };

    /// <summary>What people call the file, by its name: "Menus de la cantine".</summary>
    public static string LabelOf(string name) => SharedTexts.T["Menu" + name switch
    {
        "collections.yaml" => "Collections",
        "menus.yaml" => "Meals",
        "works.yaml" => "Works",
        "jobs.yaml" => "Jobs",
        _ => "Rooms",
    }];
}
