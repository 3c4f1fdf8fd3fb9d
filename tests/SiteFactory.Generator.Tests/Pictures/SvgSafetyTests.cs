using System.Text;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

public sealed class SvgSafetyTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT xmlns=''>alert(1)</SCRIPT>")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'/>")]
    [InlineData("<path onclick='x()'/>")]
    [InlineData("<path OnMouseOver='x()'/>")]
    [InlineData("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>")]
    [InlineData("<image href='https://example.org/x.png'/>")]
    [InlineData("<image xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='//example.org/x.png'/>")]
    [InlineData("<image href='data:image/svg+xml,&lt;svg/>'/>")]
    [InlineData("<a href='javascript:alert(1)'/>")]
    [InlineData("<a href=' java&#10;script:alert(1)'/>")]
    [InlineData("<use href='other.svg#a'/>")]
    [InlineData("<style>@import 'x.css';</style>")]
    [InlineData("<path style='fill:url(https://example.org/#a)'/>")]
    [InlineData("<path fill='URL( \"https://example.org/#a\")'/>")]
    [InlineData("<style>a{background:url(#ok) url(x.png)}</style>")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<iframe src='x'/>")]
    [InlineData("<path")]
    public void Danger_is_found(string inner) => Assert.NotNull(Danger(inner));

    [Theory]
    [InlineData("<path d='M0 0'/>")]
    [InlineData("<title>Emblème : une on-clé</title>")]
    [InlineData("<defs><linearGradient id='a'/></defs><path fill='url(#a)'/><use href='#a'/>")]
    [InlineData("<style>path{fill:url('#a')}</style>")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>")]
    public void A_plain_drawing_is_fine(string inner) => Assert.Null(Danger(inner));

    [Fact]
    public void Document_types_and_instructions_are_refused()
    {
        Assert.NotNull(SvgSafety.Danger("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"u8.ToArray()));
        Assert.NotNull(SvgSafety.Danger("<?xml version='1.0'?><?xml-stylesheet href='x.css'?><svg/>"u8.ToArray()));
    }

    private static string? Danger(string inner) =>
        SvgSafety.Danger(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg'>{inner}</svg>"));
}
