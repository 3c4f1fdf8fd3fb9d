using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

public sealed class PicturePlannerTests
{
    private static readonly PicturePlanner Planner = new(PictureSettings.Default);

    [Theory]
    [InlineData(3000, "480 800 1200 1600")]
    [InlineData(1600, "480 800 1200 1600")]
    [InlineData(1400, "480 800 1200 1400")]
    [InlineData(1250, "480 800 1200")]
    [InlineData(1200, "480 800 1200")]
    [InlineData(500, "480")]
    [InlineData(300, "300")]
    public void Widths_never_exceed_the_source(int width, string expected)
    {
        var webp = Plan(Item(width, width / 2)).Variants.Where(v => v.Format == PictureFormat.WebP);
        Assert.Equal(expected, string.Join(' ', webp.Select(v => v.Width)));
    }

    [Fact]
    public void The_model_names_exactly_the_files_that_are_made()
    {
        var planned = Plan(Item(2000, 1000));
        var named = planned.Model.Sources
            .SelectMany(s => s.SrcSet.Split(", ")).Select(s => s.Split(' ')[0])
            .Append(planned.Model.Src);
        Assert.Equal(planned.Variants.Select(v => v.Address).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Avif_is_made_for_wide_pictures_and_for_photographs()
    {
        Assert.Equal(["image/avif", "image/webp"], Types(Item(2000, 1000)));
        Assert.Equal(["image/webp"], Types(Item(1200, 800, length: 60_000)));
        Assert.Equal(["image/avif", "image/webp"], Types(Item(1200, 800, length: 400_000)));
    }

    [Fact]
    public void The_fallback_keeps_the_proportions_and_is_one_file()
    {
        var model = Plan(Item(2000, 1001)).Model;
        Assert.Equal((1200, 601), (model.Width, model.Height));
        Assert.EndsWith("-1200.jpg", model.Src, StringComparison.Ordinal);
        Assert.Null(model.FallbackSet);
    }

    [Fact]
    public void Addresses_are_readable_and_change_with_the_content()
    {
        var one = Plan(Item(800, 600, path: "media/École d’été.JPG")).Model.Src;
        var other = Plan(Item(800, 600, path: "media/École d’été.JPG", content: "b")).Model.Src;
        Assert.StartsWith("/medias/ecole-d-ete-", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Without_picture_work_there_is_the_picture_alone()
    {
        var planned = new PicturePlanner(PictureSettings.AsTheyAre).Plan(Item(2000, 1000))!;
        Assert.Empty(planned.Model.Sources);
        Assert.Equal((PictureWork.Strip, 2000), (planned.Variants.Single().Work, planned.Variants[0].Width));
    }

    [Fact]
    public void A_drawing_is_published_as_it_is()
    {
        var planned = Plan(Item(96, 112, path: "media/blason.svg"));
        Assert.Equal(PictureWork.Svg, planned.Variants.Single().Work);
        Assert.Equal((96, 112), (planned.Model.Width, planned.Model.Height));
    }

    [Fact]
    public void A_file_that_is_no_picture_has_no_plan()
    {
        Assert.Null(Planner.Plan(Item(800, 600, path: "media/budget.pdf")));
        Assert.Null(Planner.Plan(Item(null, null)));
    }

    [Fact]
    public void A_decorative_picture_has_an_empty_alternative()
    {
        Assert.Equal("", Plan(Item(800, 600) with { Decorative = true }).Model.Alt);
        Assert.Equal("ici", Planner.Plan(Item(800, 600), "ici")!.Model.Alt);
    }

    [Fact]
    public void The_sharing_picture_has_the_proportions_that_readers_expect()
    {
        var sharing = Planner.Sharing(Item(2000, 1000, focus: new(0.2, 0.9)))!;
        Assert.Equal((1200, 630, PictureFormat.Jpeg), (sharing.Width, sharing.Height, sharing.Format));
        Assert.Equal(new FocalPoint(0.2, 0.9), sharing.Crop);
        Assert.Null(Planner.Sharing(Item(400, 300)));
        Assert.True(Planner.Sharing(Item(700, 500)) is { Width: 700, Height: 367 });
    }

    [Fact]
    public void Another_focus_is_another_file()
    {
        var one = Planner.Sharing(Item(2000, 1000, focus: new(0.2, 0.9)))!;
        var other = Planner.Sharing(Item(2000, 1000, focus: new(0.3, 0.9)))!;
        Assert.NotEqual(one.Path, other.Path);
        Assert.NotEqual(one.CacheName, other.CacheName);
    }

    [Fact]
    public void Icons_cover_tabs_home_screens_and_the_installed_site()
    {
        var icons = SiteIcons.From(Item(96, 112, path: "media/blason.svg"), "#003d7c")!;
        Assert.Equal("favicon.svg", icons.Tab!.Path);
        Assert.Equal("apple-touch-icon.png", icons.Touch.Path);
        Assert.Equal([192, 512, 512], icons.App.Select(i => i.Variant.Width));
        Assert.Equal("favicon.ico", icons.Classic.Path);
        Assert.Equal(6, icons.Published.Select(v => v.Path).Distinct().Count());
    }

    private static PlannedPicture Plan(MediaItem item) => Planner.Plan(item)!;

    private static IEnumerable<string> Types(MediaItem item) => Plan(item).Model.Sources.Select(s => s.Type);

    private static MediaItem Item(
        int? width, int? height, string path = "media/photo.jpg", long length = 50_000, string content = "a", FocalPoint? focus = null) =>
        new()
        {
            SiteKey = "vany",
            Path = path,
            Length = length,
            ContentFingerprint = Fingerprint.Of(content),
            Width = width,
            Height = height,
            Alt = "Une photo",
            Focus = focus,
        };
}
