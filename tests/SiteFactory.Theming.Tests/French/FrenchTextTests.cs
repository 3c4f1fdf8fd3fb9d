using SiteFactory.Theming.French;

namespace SiteFactory.Theming.Tests.French;

public sealed class FrenchTextTests
{
    [Theory]
    [InlineData("Bonjour !", "Bonjour\u202f!")]
    [InlineData("À noter : l'école", "À noter\u00a0: l’école")]
    [InlineData("« Lire en fête »", "«\u00a0Lire en fête\u00a0»")]
    [InlineData("https://www.vany.fr à 10:30", "https://www.vany.fr à 10:30")]
    [InlineData("Rien à changer", "Rien à changer")]
    [InlineData("les années '90", "les années '90")]
    public void Typeset_puts_the_right_signs(string text, string expected) => Assert.Equal(expected, FrenchText.Typeset(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a|b", "a et b")]
    [InlineData("a|b|c", "a, b et c")]
    public void Join_makes_a_list(string words, string expected) =>
        Assert.Equal(expected, FrenchText.Join(words.Split('|')));

    [Theory]
    [InlineData(0, "page")]
    [InlineData(1, "page")]
    [InlineData(2, "pages")]
    public void Plural_starts_at_two(int count, string expected) => Assert.Equal(expected, FrenchText.Plural(count, "page", "pages"));

    [Theory]
    [InlineData(0, "0 octet")]
    [InlineData(812, "812 octets")]
    [InlineData(999_499, "999 Ko")]
    [InlineData(999_600, "1 Mo")]
    [InlineData(120_400, "120 Ko")]
    [InlineData(1_440_000, "1,4 Mo")]
    [InlineData(24_000_000, "24 Mo")]
    public void Size_uses_the_readable_unit(long bytes, string expected) =>
        Assert.Equal(expected, FrenchDatesTests.Plain(FrenchNumbers.Size(bytes)));

    [Theory]
    [InlineData(2188, "2 188")]
    [InlineData(1_204_000, "1 204 000")]
    [InlineData(12, "12")]
    public void Count_sets_thousands_apart(long value, string expected) =>
        Assert.Equal(expected, FrenchDatesTests.Plain(FrenchNumbers.Count(value)));

    [Fact]
    public void Percent_uses_a_comma() => Assert.Equal("66,7\u00a0%", FrenchNumbers.Percent(66.67));

    [Theory]
    [InlineData("+33 3 87 00 00 00", "03 87 00 00 00", "tel:+33387000000")]
    [InlineData("03.87.00.00.00", "03 87 00 00 00", "tel:+33387000000")]
    [InlineData("0033387000000", "03 87 00 00 00", "tel:+33387000000")]
    [InlineData("+33 (0)3 87 00 00 00", "03 87 00 00 00", "tel:+33387000000")]
    [InlineData("32 37", "32 37", "tel:3237")]
    [InlineData("+352 12 34 56", "+352 12 34 56", "tel:+352123456")]
    public void Phone_is_shown_and_linked(string written, string shown, string href) =>
        Assert.Equal((shown, href), (FrenchDatesTests.Plain(FrenchPhone.Display(written)), FrenchPhone.Href(written)));
}
