using SiteFactory.Content.Starter;

namespace SiteFactory.Content.Tests.Starter;

public class CommuneNameTests
{
    [Theory]
    [InlineData("Amanvillers", 1, "d’Amanvillers", "à Amanvillers")]
    [InlineData("Le Ban-Saint-Martin", 2, "du Ban-Saint-Martin", "au Ban-Saint-Martin")]
    [InlineData("La Maxe", 3, "de La Maxe", "à La Maxe")]
    [InlineData("Les Étangs", 4, "des Étangs", "aux Étangs")]
    [InlineData("L'Hôpital", 5, "de L’Hôpital", "à L’Hôpital")]
    [InlineData("Hagondange", 0, "de Hagondange", "à Hagondange")]
    [InlineData("Hesse", 0, "de Hesse", "à Hesse")]
    [InlineData("Hayange", 1, "d’Hayange", "à Hayange")]
    [InlineData("Vany", 0, "de Vany", "à Vany")]
    [InlineData("Écouviez", 1, "d’Écouviez", "à Écouviez")]
    public void A_name_stands_in_a_sentence(string name, int start, string of, string at)
    {
        var known = new CommuneName(name, (NameStart)start);
        Assert.Equal(of, known.Of);
        Assert.Equal(at, known.At);
    }

    [Theory]
    [InlineData("Amanvillers", "d’Amanvillers")]
    [InlineData("Le Ban-Saint-Martin", "du Ban-Saint-Martin")]
    [InlineData("La Maxe", "de La Maxe")]
    [InlineData("Les Étangs", "des Étangs")]
    [InlineData("Hagondange", "de Hagondange")]
    [InlineData("Héming", "d’Héming")]
    [InlineData("Ývany", "de Ývany")]
    public void Without_the_official_number_the_letters_decide(string name, string of) => Assert.Equal(of, new CommuneName(name).Of);
}
