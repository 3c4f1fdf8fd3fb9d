using System.Net;
using AngleSharp.Dom;
using NodaTime;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Pages;

/// <summary>Forms without a script or a cookie.</summary>
public sealed class FormPageTests : PortalTest
{
    [Fact]
    public async Task An_error_is_told_on_top_and_beside_its_field_and_what_was_typed_stays()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/vie-locale/contact/");
        await citizen.SendAsync(("objet", "Bonjour"), ("destinataire", "mairie"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        var link = citizen.Page.QuerySelector("[data-errors] a[href='#champ-commune']")!;
        Assert.Contains("choisissez votre commune", link.TextContent, StringComparison.Ordinal);
        var field = citizen.Page.QuerySelector("#champ-commune")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("champ-commune-erreur", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("Bonjour", citizen.Page.QuerySelector("#champ-objet")!.GetAttribute("value"));
        Assert.StartsWith("Erreur", citizen.Page.Title, StringComparison.Ordinal);
        Assert.All(citizen.Page.QuerySelectorAll("[data-errors] a"), a => Assert.NotNull(citizen.Page.QuerySelector(a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task A_form_is_left_and_taken_up_again_with_its_code()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        var code = citizen.Code;
        using var later = Citizen();
        await later.OpenAsync("/suivi/");
        using var content = new FormUrlEncodedContent([new("code", code.ToLowerInvariant().Replace('-', ' '))]);
        using var answer = await later.Client.PostAsync(new Uri("/code/load", UriKind.Relative), content);
        await later.OpenAsync(answer.Headers.Location!.ToString());
        Assert.EndsWith("/etape/2", later.Path, StringComparison.Ordinal);
        Assert.NotNull(later.Page.QuerySelector("[name=arbres_type]"));
        await later.OpenAsync($"/demande/{code}/etape/1");
        Assert.True(later.Page.QuerySelector("input[value=arbres]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_question_that_an_answer_calls_for_comes_at_the_step_change()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "dechets"));
        Assert.True(Wrapper(citizen, "dechets_volume").HasAttribute("hidden"));
        await citizen.SendAsync(("dechets_type", "depot"), ("description", "Un tas de gravats."));
        Assert.False(Wrapper(citizen, "dechets_volume").HasAttribute("hidden"));
        Assert.Null(citizen.Page.QuerySelector("[data-errors]"));
        Assert.Contains("De nouvelles questions", citizen.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        await citizen.SendAsync(("dechets_volume", "sac"));
        Assert.EndsWith("/etape/3", citizen.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_fills_in_what_the_form_allows_and_nothing_else()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/?categorie=eclairage&commune=57694&description=x");
        Assert.True(citizen.Page.QuerySelector("input[value=eclairage]")!.HasAttribute("checked"));
        Assert.Contains("Retour au site de Vany", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        await citizen.SendAsync();
        Assert.Equal("", citizen.Page.QuerySelector("#champ-description")!.TextContent.Trim());
        await citizen.SendAsync(("eclairage_type", "eteint"), ("description", "Éteint depuis lundi."));
        Assert.Equal("vany", citizen.Page.QuerySelector("#champ-commune option[selected]")!.GetAttribute("value"));
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/?categorie=licornes&commune=75056");
        Assert.Null(citizen.Page.QuerySelector("input[checked]"));
    }

    [Fact]
    public async Task Files_are_kept_when_something_else_is_wrong_and_can_be_taken_away()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        await citizen.SendAsync(("photos", "file:photo.jpg"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        var image = citizen.Page.QuerySelector(".files img")!.GetAttribute("src")!;
        using var photo = await citizen.Client.GetAsync(new Uri(image, UriKind.Relative));
        Assert.Equal("image/jpeg", photo.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", string.Join(' ', photo.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var key = citizen.Page.QuerySelector("[name=_retirer]")!.GetAttribute("value")!;
        await citizen.SendAsync(("_retirer", key));
        Assert.Null(citizen.Page.QuerySelector(".files img"));
    }

    [Theory]
    [InlineData("page.jpg")]
    [InlineData("plan.svg")]
    public async Task A_file_that_is_no_photograph_is_told_beside_its_field(string name)
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        await citizen.SendAsync(("arbres_type", "danger"), ("description", "Une branche."), ("photos", "file:" + name));
        Assert.Contains("n’est pas une photo", citizen.Page.QuerySelector("#champ-photos-erreur")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_says_who_will_handle_it_and_the_letter_who_does()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/espace-public/signaler-une-anomalie/");
        await citizen.SendAsync(("categorie", "arbres"));
        await citizen.SendAsync(("arbres_type", "danger"), ("description", "Une branche."));
        await citizen.SendAsync(("commune", "le-ban-saint-martin"), ("lieu", "place Haute"));
        await citizen.SendAsync();
        Assert.Contains("La commune du Ban-Saint-Martin.", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        await citizen.SendAsync();
        Assert.Contains("confiée à la commune du Ban-Saint-Martin", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_asks_for_a_cookie_or_another_server()
    {
        using var client = Host.Client();
        foreach (var path in (string[])["/", "/suivi/", "/espace-public/signaler-une-anomalie/", "/donnees-personnelles/", "/accessibilite/", "/participer/", "/nulle-part/"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_consultation_takes_answers_between_its_dates_only()
    {
        using var citizen = Citizen();
        await citizen.OpenAsync("/participer/consultation-mobilites/");
        Assert.NotNull(citizen.Page.QuerySelector("form[data-form]"));
        Host.Clock.Move(Duration.FromDays(100));
        await citizen.OpenAsync("/participer/consultation-mobilites/");
        Assert.Equal(HttpStatusCode.Gone, citizen.Status);
        Assert.Null(citizen.Page.QuerySelector("form[data-form]"));
    }

    private static IElement Wrapper(Citizen citizen, string field) => citizen.Page.QuerySelector($"[name={field}]")!.Closest(".field")!;
}
