using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Tests;

public sealed class IconTests
{
    [Theory]
    [InlineData("Gérer ses bacs", null, "waste")]
    [InlineData("État civil", null, "birth")]
    [InlineData("Carte d’identité et passeport", null, "identity")]
    [InlineData("Élections et recensement citoyen", null, "vote")]
    [InlineData("Demander un composteur", null, "waste")]
    [InlineData("Un château, un chapeau", null, "paper")]
    [InlineData("État civil", "heart", "heart")]
    [InlineData("Tout autre chose", "x\"><script>", "paper")]
    public void Title_calls_for_its_icon(string title, string? icon, string expected)
    {
        var model = new ServicesMain
        {
            Title = "Démarches",
            Groups = [new("Groupe", null, [new(title, "/x/", null, null, false, icon)])],
        };
        var tile = ThemeRenderer.Parse(ThemeRenderer.Render(ThemeRenderer.Theme.Main(model))).QuerySelector(".tile__icon .i");
        Assert.Equal("i i-" + expected, tile?.GetAttribute("class"));
    }
}
