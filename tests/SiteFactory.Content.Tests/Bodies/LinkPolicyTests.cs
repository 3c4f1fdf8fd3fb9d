using SiteFactory.Content.Bodies;

namespace SiteFactory.Content.Tests.Bodies;

public class LinkPolicyTests
{
    [Theory]
    [InlineData("https://www.vany.fr/", LinkKind.External, "https://www.vany.fr/")]
    [InlineData("HTTP://www.vany.fr/", LinkKind.External, "HTTP://www.vany.fr/")]
    [InlineData("mailto:a@b.example", LinkKind.Contact, "mailto:a@b.example")]
    [InlineData("tel:+33387000000", LinkKind.Contact, "tel:+33387000000")]
    [InlineData("geo:49.1,6.1", LinkKind.Contact, "geo:49.1,6.1")]
    [InlineData("/vie-municipale/", LinkKind.Page, "/vie-municipale/")]
    [InlineData("conseil/", LinkKind.Page, "conseil/")]
    [InlineData("/a:b/", LinkKind.Page, "/a:b/")]
    [InlineData("?q=a:b", LinkKind.Page, "?q=a:b")]
    [InlineData("#tarifs", LinkKind.Fragment, "#tarifs")]
    [InlineData("media/plan.pdf", LinkKind.Media, "media/plan.pdf")]
    [InlineData("metropole/media/tri.jpg", LinkKind.Media, "metropole/media/tri.jpg")]
    [InlineData("/a b\"c<d>", LinkKind.Page, "/a%20b%22c%3Cd%3E")]
    public void An_address_of_the_list_is_accepted(string address, LinkKind kind, string href) =>
        Assert.Equal(new LinkTarget(kind, href), LinkPolicy.Check(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("https:")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("blob:x")]
    [InlineData("ftp://x")]
    [InlineData("//x.example")]
    [InlineData("\\\\x.example")]
    [InlineData("/\\x.example")]
    [InlineData("x\ny")]
    public void Anything_else_is_refused(string? address) => Assert.Null(LinkPolicy.Check(address));
}
