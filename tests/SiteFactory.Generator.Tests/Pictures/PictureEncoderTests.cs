using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

public sealed class PictureEncoderTests(TestPictures pictures) : IClassFixture<TestPictures>
{
    private static readonly PicturePlanner Planner = new(PictureSettings.Default);

    [Fact]
    public async Task Every_variant_has_its_size_and_format_and_no_metadata()
    {
        Assert.True((await TestPictures.FactsAsync(pictures.Photo)).Exif > 0);
        var variants = Planner.Plan(TestPictures.Item(pictures.Photo))!.Variants.Where(v => v.Width <= 1200).ToImmutableArray();
        await using var encoder = NewEncoder(out _);
        var result = await encoder.EncodeAsync(TestPictures.Source(pictures.Photo), variants, default);
        Assert.Null(result.Fault);
        foreach (var (variant, file) in variants.Zip(result.Files))
        {
            var facts = await TestPictures.FactsAsync(file);
            Assert.Equal((variant.Width, variant.Height), (facts.Width, facts.Height));
            Assert.Equal((0, 0), (facts.Exif, facts.Xmp));
            Assert.DoesNotContain("GPS", File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_picture_is_cut_around_its_focal_point()
    {
        await using var encoder = NewEncoder(out _);
        var red = await Cut(encoder, new(0, 0.5));
        var blue = await Cut(encoder, new(1, 0.5));
        Assert.Equal((500, 1000, true, false), (red.Width, red.Height, red.Red, red.Blue));
        Assert.Equal((500, 1000, false, true), (blue.Width, blue.Height, blue.Red, blue.Blue));
    }

    [Fact]
    public async Task A_picture_stored_on_its_side_stands_upright()
    {
        var item = TestPictures.Item(pictures.Rotated);
        Assert.Equal((300, 200), (item.Width, item.Height));
        await using var encoder = NewEncoder(out _);
        var result = await encoder.EncodeAsync(TestPictures.Source(pictures.Rotated), Planner.Plan(item)!.Variants, default);
        var facts = await TestPictures.FactsAsync(result.Files[0]);
        Assert.Equal((300, 200, 1), (facts.Width, facts.Height, facts.Orientation));
    }

    [Fact]
    public async Task The_second_time_comes_from_the_cache()
    {
        var variants = Small();
        var folder = pictures.NewFolder();
        await using (var encoder = NewEncoder(folder))
            Assert.Equal(variants.Length, (await encoder.EncodeAsync(TestPictures.Source(pictures.Photo), variants, default)).Made);
        await using var again = new PictureEncoder(new(folder), new ForbiddenWorker());
        var result = await again.EncodeAsync(TestPictures.Source(pictures.Photo), variants, default);
        Assert.Equal(0, result.Made);
        Assert.All(result.Files, f => Assert.True(File.Exists(f)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "pictures", ".tmp")));
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        var variants = Planner.Plan(TestPictures.Item(pictures.Photo))!.Variants.Where(v => v.Width <= 800).ToImmutableArray();
        await using var one = NewEncoder(out _);
        await using var other = NewEncoder(out _);
        var first = await one.EncodeAsync(TestPictures.Source(pictures.Photo), variants, default);
        var second = await other.EncodeAsync(TestPictures.Source(pictures.Photo), variants, default);
        Assert.All(first.Files.Zip(second.Files), p => Assert.Equal(File.ReadAllBytes(p.First), File.ReadAllBytes(p.Second)));
    }

    [Fact]
    public async Task A_broken_picture_is_a_fault_that_names_the_file_and_the_next_one_is_made()
    {
        var broken = Path.Combine(pictures.NewFolder(), "broken.jpg");
        File.WriteAllBytes(broken, File.ReadAllBytes(pictures.Photo)[..20_000]);
        await using var encoder = NewEncoder(out _);
        var result = await encoder.EncodeAsync(TestPictures.Source(broken, "vany/media/broken.jpg"), Small(), default);
        Assert.Equal(("picture-unreadable", "vany", "vany/media/broken.jpg"), (result.Fault!.Code, result.Fault.Site, result.Fault.File));
        Assert.NotEmpty(result.Fault.Cure);
        var next = await encoder.EncodeAsync(TestPictures.Source(pictures.Photo), Small(), default);
        Assert.Null(next.Fault);
    }

    [Fact]
    public async Task An_icon_is_square_with_its_background()
    {
        var svg = Path.Combine(pictures.NewFolder(), "blason.svg");
        File.WriteAllText(svg, """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 112" width="96" height="112"><path fill="#d01010" d="M0 0h96v112H0Z"/></svg>""");
        var icons = SiteIcons.From(TestPictures.Item(svg, "media/blason.svg"), "#1010d0")!;
        await using var encoder = NewEncoder(out _);
        var result = await encoder.EncodeAsync(TestPictures.Source(svg, "vany/media/blason.svg"), icons.Published, default);
        Assert.Null(result.Fault);
        var maskable = await TestPictures.FactsAsync(result.Files[5]);
        Assert.Equal((512, 512, true), (maskable.Width, maskable.Height, maskable.Blue));
        var touch = await TestPictures.FactsAsync(result.Files[1]);
        Assert.Equal((180, 180, "png"), (touch.Width, touch.Height, touch.Format));
        var ico = File.ReadAllBytes(result.Files[2]);
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], ico[..8]);
        Assert.Equal(ico.Length, 22 + BitConverter.ToInt32(ico, 14));
        Assert.Equal(new PictureFacts(32, 32, "png", 0, 0, 1, false, false, true) with { Red = true }, await Inner(ico));
    }

    [Fact]
    public async Task A_harmful_drawing_is_refused()
    {
        var svg = Path.Combine(pictures.NewFolder(), "bad.svg");
        File.WriteAllText(svg, """<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>""");
        await using var encoder = new PictureEncoder(new(pictures.NewFolder()), new ForbiddenWorker());
        var variants = Planner.Plan(TestPictures.Item(svg, "media/bad.svg"))!.Variants;
        var result = await encoder.EncodeAsync(TestPictures.Source(svg, "vany/media/bad.svg"), variants, default);
        Assert.Equal("picture-unsafe-svg", result.Fault!.Code);
        Assert.Contains("onload", result.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_a_local_file_is_read_from_its_stream()
    {
        var bytes = File.ReadAllBytes(pictures.Photo);
        await using var encoder = NewEncoder(out _);
        var source = new PictureSource("vany", "vany/media/photo.jpg", null, () => new MemoryStream(bytes));
        Assert.Null((await encoder.EncodeAsync(source, Small(), default)).Fault);
    }

    private ImmutableArray<PictureVariant> Small() =>
        [.. Planner.Plan(TestPictures.Item(pictures.Photo))!.Variants.Where(v => v.Width == 480 && v.Format == PictureFormat.WebP)];

    private async Task<PictureFacts> Cut(PictureEncoder encoder, FocalPoint focus)
    {
        var variant = Planner.Sharing(TestPictures.Item(pictures.Photo, focus: focus))! with { Width = 500, Height = 1000, CacheName = $"cut{focus.X}.jpg" };
        var result = await encoder.EncodeAsync(TestPictures.Source(pictures.Photo), [variant], default);
        return await TestPictures.FactsAsync(result.Files[0]);
    }

    private async Task<PictureFacts> Inner(byte[] ico)
    {
        var png = Path.Combine(pictures.NewFolder(), "inner.png");
        File.WriteAllBytes(png, ico[22..]);
        return await TestPictures.FactsAsync(png);
    }

    private PictureEncoder NewEncoder(out string folder) => NewEncoder(folder = pictures.NewFolder());

    private static PictureEncoder NewEncoder(string folder) => new(new(folder), new PictureWorker(PictureWorkerOptions.Default));

    private sealed class ForbiddenWorker : IPictureWorker
    {
        public Task<PictureAnswer> MakeAsync(string sourcePath, ImmutableArray<PictureJob> jobs, CancellationToken cancellation) =>
            throw new InvalidOperationException("The worker was asked.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
