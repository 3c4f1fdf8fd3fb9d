using SiteFactory.Content.Media;

namespace SiteFactory.Content.Tests.Media;

public class PictureSizeTests
{
    [Theory]
    [InlineData("89504e470d0a1a0a0000000d4948445200000280000001e00802000000", 640, 480)]
    [InlineData("474946383961 8002 e001 00", 640, 480)]
    [InlineData("52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001", 640, 480)]
    [InlineData("52494646 00000000 57454250 5650384c 00000000 2f 7fc27700 0000000000", 640, 480)]
    [InlineData("52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100", 640, 480)]
    [InlineData("ffd8 ffe0 0004 0000 ffc0 0011 08 01e0 0280 03 012200 021101 031101", 640, 480)]
    [InlineData("ffd8 ffe1 0022 457869660000 49492a00 08000000 0100 1201 0300 01000000 06000000 00000000 ffc2 0011 08 01e0 0280 03 012200 021101 031101", 480, 640)]
    [InlineData("ffd8 ffe1 0022 457869660000 4d4d002a 00000008 0001 0112 0003 00000001 00030000 00000000 ffc2 0011 08 01e0 0280 03 012200 021101 031101", 640, 480)]
    public void Headers_tell_the_displayed_size(string hex, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureSize.Of(Bytes(hex)));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width=\"640\" height='480px'/>", 640, 480)]
    [InlineData("<?xml version='1.0'?>\n<svg viewBox=\"0 0 640 480.4\"></svg>", 640, 480)]
    [InlineData("<svg width=\"100%\" height=\"100%\" viewBox=\"-10,-10,64e1,480\"></svg>", 640, 480)]
    public void Svg_has_a_size_or_a_view_box(string svg, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureSize.Of(System.Text.Encoding.UTF8.GetBytes(svg)));

    [Theory]
    [InlineData("")]
    [InlineData("25504446")]
    [InlineData("ffd8ffe1ffff")]
    [InlineData("89504e470d0a1a0a0000000d49484452ffffffff000001e0")]
    [InlineData("ffd8 ffe1 0010 457869660000 49492a00 ffffffff ffc0 0011 08 0000 0000 03")]
    public void Nonsense_has_no_size(string hex) => Assert.Null(PictureSize.Of(Bytes(hex)));

    [Fact]
    public void Every_truncation_of_a_header_is_harmless()
    {
        var whole = Bytes("ffd8 ffe1 0022 457869660000 49492a00 08000000 0100 1201 0300 01000000 06000000 00000000 ffc2 0011 08 01e0 0280 03 012200");
        for (var length = 0; length < whole.Length; length++)
            PictureSize.Of(whole.AsSpan(0, length));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
