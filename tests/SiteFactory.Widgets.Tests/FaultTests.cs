namespace SiteFactory.Widgets.Tests;

/// <summary>Every mistake that an editor can make in a directive has its fault, on its line.</summary>
public class FaultTests
{
    [Theory]
    // What every directive checks.
    [InlineData("callout", "{couleur=rouge}", "Texte", "attribute-unknown")]
    [InlineData("callout", "{titel=\"x\"}", "Texte", "attribute-unknown")]
    [InlineData("steps", "{limit=3}", "1. Un", "attribute-unknown")]
    [InlineData("callout", "{type}", "Texte", "directive-attribute-value")]
    [InlineData("callout", "{type=info type=tip}", "Texte", "directive-attribute-twice")]
    [InlineData("callout", "{title=\"ouvert}", "Texte", "directive-quote-open")]
    [InlineData("callout", "{type=info", "Texte", "directive-brace-open")]
    [InlineData("callout", "type=info", "Texte", "directive-braces")]
    // Each directive's own.
    [InlineData("gallery", "", "", "gallery-empty")]
    [InlineData("gallery", "", "Du texte\n\n![a](media/a.jpg)", "unexpected-content")]
    [InlineData("gallery", "", "![a](media/a.jpg)\n![b](media/absente.jpg)", "picture-missing")]
    [InlineData("documents", "{type=facture}", "", "attribute-value")]
    [InlineData("documents", "{limit=0}", "", "attribute-value")]
    [InlineData("documents", "{limit=99999999999}", "", "attribute-value")]
    [InlineData("documents", "", "Du texte", "unexpected-content")]
    [InlineData("documents", "", "- sans lien", "item-without-link")]
    [InlineData("documents", "", "- [plan](media/absent.pdf)", "file-missing")]
    [InlineData("documents", "{type=budget}", "- [plan](media/a.pdf)", "documents-both")]
    [InlineData("accordion", "", "Du texte", "accordion-without-heading")]
    [InlineData("accordion", "", "### Seul", "accordion-section-empty")]
    [InlineData("cards", "", "Du texte", "list-missing")]
    [InlineData("cards", "", "- **gras** texte", "item-without-link")]
    [InlineData("cards", "", "- [lien](javascript:alert(1)) texte", "item-without-link")]
    [InlineData("callout", "{type=rouge}", "Texte", "attribute-value")]
    [InlineData("callout", "", "", "callout-empty")]
    [InlineData("contact", "{entry=inconnue}", "", "entry-missing")]
    [InlineData("contact", "{entry=\"La Mairie\"}", "", "attribute-value")]
    [InlineData("contact", "", "Du texte", "unexpected-content")]
    [InlineData("map", "", "", "map-without-place")]
    [InlineData("map", "{geo=\"49,1;6,1\" label=x}", "", "attribute-value")]
    [InlineData("map", "{geo=\"91,6\" label=x}", "", "attribute-value")]
    [InlineData("map", "{geo=\"49.1,6.1\"}", "", "map-without-label")]
    [InlineData("map", "{entry=mairie,inconnue}", "", "entry-missing")]
    [InlineData("map", "{category=Vide}", "", "map-category-empty")]
    [InlineData("hours", "{entry=inconnue}", "", "entry-missing")]
    [InlineData("hours", "{entry=club}", "", "hours-missing")]
    [InlineData("news", "{topic=\"Les déchets\"}", "", "attribute-value")]
    [InlineData("news", "{limit=21}", "", "attribute-value")]
    [InlineData("events", "{limit=-1}", "", "attribute-value")]
    [InlineData("events", "", "Du texte", "unexpected-content")]
    [InlineData("directory", "{entry=magasin}", "", "attribute-value")]
    [InlineData("directory", "{limit=1.5}", "", "attribute-value")]
    [InlineData("e-service", "", "", "attribute-missing")]
    [InlineData("e-service", "{service=x portal=inconnu}", "", "portal-missing")]
    [InlineData("e-service", "{service=disparue}", "", "service-missing")]
    [InlineData("e-services", "{category=vide}", "", "none")]
    [InlineData("e-service", "{service=au-guichet show=frame}", "", "frame-refused")]
    [InlineData("e-services", "{event=vacances}", "", "attribute-value")]
    [InlineData("e-services", "{audience=tous}", "", "attribute-value")]
    [InlineData("tracking", "{portal=inconnu}", "", "portal-missing")]
    [InlineData("fiche", "{title=x}", "", "attribute-missing")]
    [InlineData("fiche", "{id=1341 title=x}", "", "attribute-value")]
    [InlineData("fiche", "{id=F13/41 title=x}", "", "attribute-value")]
    [InlineData("embed", "{url=\"https://framatube.org/w/abc\"}", "", "attribute-missing")]
    [InlineData("embed", "{url=\"http://framatube.org/w/abc\" title=x}", "", "attribute-value")]
    [InlineData("embed", "{url=\"javascript:alert(1)\" title=x}", "", "attribute-value")]
    [InlineData("embed", "{url=\"https://ailleurs.example/w/abc\" title=x}", "", "embed-host")]
    [InlineData("embed", "{url=\"https://framatube.org.ailleurs.example/w/abc\" title=x}", "", "embed-host")]
    [InlineData("embed", "{url=\"https://framatube.org@ailleurs.example/w/abc\" title=x}", "", "embed-host")]
    [InlineData("embed", "{url=\"https://www.youtube.com/watch?v=../../x\" title=x}", "", "embed-host")]
    [InlineData("embed", "{url=\"https://framatube.org/login\" title=x}", "", "embed-host")]
    [InlineData("video", "{src=media/x.mp4 title=x}", "", "video-captions-missing")]
    [InlineData("video", "{src=media/x.avi title=x captions=media/x.vtt}", "", "attribute-value")]
    [InlineData("video", "{src=media/x.mp4 title=x captions=media/x.txt}", "", "attribute-value|video-captions-missing")]
    [InlineData("video", "{src=media/absent.mp4 title=x captions=media/x.vtt}", "", "file-missing")]
    [InlineData("video", "{src=media/x.mp4 title=x captions=media/absent.vtt}", "", "file-missing")]
    [InlineData("video", "{src=media/x.mp4 title=x captions=media/x.vtt poster=media/absente.jpg}", "", "picture-missing")]
    [InlineData("video", "{src=\"https://www.youtube.com/watch?v=abc\" title=x}", "", "video-host")]
    [InlineData("steps", "", "- un\n- deux", "steps-without-list")]
    [InlineData("key-figures", "", "- 2 188 habitants", "item-without-bold")]
    [InlineData("key-figures", "", "- **2 188**", "item-without-bold")]
    [InlineData("timeline", "", "- [1871](/x/) texte", "item-without-bold")]
    public void A_mistake_has_its_fault(string name, string attributes, string body, string codes)
    {
        var markdown = $"Avant.\n\n::: {name} {attributes}\n{body}\n:::\n\nAprès.";
        var composed = new BodyComposer().Compose(markdown, new SampleContext());
        var faults = composed.Faults.Where(f => codes.Split('|').Contains(f.Code)).ToList();
        Assert.Equal(codes.Split('|').Order(), faults.Select(f => f.Code).Distinct().Order());
        Assert.All(faults, f => Assert.InRange(f.Line, 3, 3 + body.Split('\n').Length));
        Assert.All(composed.Faults, f => Assert.True(f.Message.Length > 0 && f.Cure.Length > 0 && !f.Message.Contains("{0}", StringComparison.Ordinal)));
        Assert.Contains("Après.", Rendering.Html(composed.Fragment), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_left_its_portal_does_not_refuse_the_page() =>
        Assert.False(Fault("::: e-service {service=disparue portal=metropole}\n:::").IsError);

    [Fact]
    public void An_unknown_directive_proposes_the_nearest() =>
        Assert.Contains("gallery", Fault("::: galery\n:::").Cure, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_attribute_proposes_the_nearest() =>
        Assert.Contains("title", Fault("::: callout {titre=x}\nTexte\n:::").Cure, StringComparison.Ordinal);

    [Fact]
    public void An_unclosed_directive_names_its_opening_line()
    {
        var fault = Fault("Un.\n\n::: callout\nDeux.");
        Assert.Equal(("directive-unclosed", 3), (fault.Code, fault.Line));
    }

    [Fact]
    public void What_an_unknown_directive_holds_is_shown() =>
        Assert.Contains("Un texte", Rendering.Html(new BodyComposer().Compose("::: inconnu\nUn texte\n:::", new SampleContext()).Fragment), StringComparison.Ordinal);

    private static SiteFactory.Theming.Bodies.BodyFault Fault(string markdown) =>
        Assert.Single(new BodyComposer().Compose(markdown, new SampleContext()).Faults);
}
