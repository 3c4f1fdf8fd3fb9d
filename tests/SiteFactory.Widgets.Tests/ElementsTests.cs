using System.Text;

namespace SiteFactory.Widgets.Tests;

/// <summary>The module that other people's pages load.</summary>
public class ElementsTests
{
    private const int MostBytes = 10 * 1024;

    [Fact]
    public void The_module_weighs_less_than_10_KB() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(WidgetAssets.Elements), 1024, MostBytes);

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("document.cookie")]
    [InlineData("localStorage")]
    public void It_writes_no_markup_and_keeps_nothing_of_a_visitor(string word) =>
        Assert.DoesNotContain(word, WidgetAssets.Elements, StringComparison.Ordinal);

    [Theory]
    [InlineData("sf-e-service")]
    [InlineData("sf-e-services")]
    [InlineData("sf-tracking")]
    public void It_brings_the_three_elements(string name) =>
        Assert.Contains($"define(\"{name}\"", WidgetAssets.Elements, StringComparison.Ordinal);
}
