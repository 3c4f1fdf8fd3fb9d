using System.Text;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Tests.Hosting;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Tests.Uploads;

/// <summary>What comes in by way of a file field.</summary>
public sealed class UploadGateTests
{
    private readonly UploadGate _gate = new(new SharpCleaner());

    [Fact]
    public async Task A_photograph_is_written_anew_without_its_place()
    {
        var dirty = Samples.PhotoWithPlace();
        Assert.Contains("GPS-49.1575", Encoding.Latin1.GetString(dirty), StringComparison.Ordinal);
        var file = (await AdmitAsync("IMG_1.JPG", dirty)).File!;
        Assert.Equal(("IMG_1.jpg", "image/jpeg"), (file.Name, file.ContentType));
        var text = Encoding.Latin1.GetString(file.Bytes);
        Assert.DoesNotContain("GPS-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_behind_a_photograph_does_not_pass()
    {
        byte[] polyglot = [.. Samples.Photo, .. "<script>alert(document.domain)</script>"u8];
        var file = (await AdmitAsync("a.jpg", polyglot)).File!;
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(file.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.jpg")]
    [InlineData("plan.svg")]
    [InlineData("papier.pdf")]
    public async Task What_is_no_photograph_is_refused_whatever_its_name(string name) =>
        Assert.Contains("n’est pas une photo", (await AdmitAsync("photo.jpg", Samples.Read(name))).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task A_broken_photograph_is_refused() =>
        Assert.NotNull((await AdmitAsync("a.jpg", Samples.Photo[..(Samples.Photo.Length / 3)])).Problem);

    [Fact]
    public async Task Too_many_bytes_are_refused_before_they_are_all_read() =>
        Assert.Contains("trop lourd", (await _gate.AdmitAsync("a.jpg", new Endless(), FieldType.Photo, default)).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task A_small_file_of_many_pixels_is_refused()
    {
        // A PNG header that says 50,000 by 50,000 pixels.
        byte[] bomb = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, 8, 6, 0, 0, 0, 0, 0, 0, 0];
        Assert.Contains("trop grande", (await AdmitAsync("a.png", bomb)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_animation_is_refused()
    {
        byte[] webp = [.. "RIFF"u8, 0, 1, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 2, 0, 0, 0, 99, 0, 0, 99, 0, 0, .. new byte[64]];
        Assert.Contains("animée", (await AdmitAsync("a.webp", webp)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_pdf_passes_where_documents_are_asked_for()
    {
        var file = (await _gate.AdmitAsync("..\\..\\mon/papier.PDF", new MemoryStream(Samples.Pdf), FieldType.File, default)).File!;
        Assert.Equal(("papier.pdf", "application/pdf"), (file.Name, file.ContentType));
    }

    [Theory]
    [InlineData("/JavaScript (app.alert(1))")]
    [InlineData("/OpenAction<</S/Launch>>")]
    [InlineData("/EmbeddedFile")]
    public async Task A_pdf_that_acts_is_refused(string inside)
    {
        byte[] pdf = [.. "%PDF-1.7\n1 0 obj<<"u8, .. Encoding.ASCII.GetBytes(inside), .. ">>endobj"u8];
        Assert.Contains("éléments actifs", (await _gate.AdmitAsync("a.pdf", new MemoryStream(pdf), FieldType.File, default)).Problem, StringComparison.Ordinal);
    }

    private Task<UploadVerdict> AdmitAsync(string name, byte[] bytes) => _gate.AdmitAsync(name, new MemoryStream(bytes), FieldType.Photo, default);

    /// <summary>Never ends; a test that reads it to its end does not either.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
