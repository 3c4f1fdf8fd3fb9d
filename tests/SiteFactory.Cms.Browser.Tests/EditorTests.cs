using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Cms.Tests.Library;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Writing a page: by keyboard alone, with what is pasted, with blocks, seen as it will be, and without scripts.</summary>
public sealed class EditorTests(BackOffice office) : IClassFixture<BackOffice>
{
    private static readonly string Page = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    [Fact]
    public async Task A_page_is_written_by_keyboard_alone()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+End");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("## Les commissions");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("Elles sont ");
        await editor.Page.Keyboard.PressAsync("Control+b");
        await editor.Page.Keyboard.TypeAsync("cinq");
        await editor.Page.Keyboard.PressAsync("Control+b");
        await editor.Page.Keyboard.TypeAsync(".");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("- Finances");
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.Page.Keyboard.TypeAsync("Travaux");
        await editor.SaveAsync();
        var item = await StoredAsync();
        Assert.Contains("## Les commissions\n\nElles sont **cinq**.\n\n- Finances\n- Travaux", item, StringComparison.Ordinal);
        editor.AssertClean();
    }

    [Fact]
    public async Task The_buttons_are_reached_and_left_by_keyboard()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Alt+F10");
        Assert.True(await editor.Page.EvaluateAsync<bool>("() => document.activeElement.closest('[role=toolbar]') !== null"));
        await editor.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Gras (Ctrl+B)", await editor.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
        await editor.Page.Keyboard.PressAsync("Escape");
        Assert.True(await editor.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.editor-text')"));
        await editor.Page.Keyboard.PressAsync("Escape");
        await editor.Page.Keyboard.PressAsync("Tab");
        Assert.False(await editor.Page.EvaluateAsync<bool>("() => document.activeElement.closest('.editor-text') !== null"));
    }

    [Fact]
    public async Task A_block_is_added_configured_moved_and_removed()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+End");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un bloc" }).ClickAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Encadré" }).ClickAsync();
        await editor.Page.GetByLabel("Genre").SelectOptionAsync("warning");
        await editor.Page.GetByLabel("Titre").Last.FillAsync("Rue fermée");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Insérer" }).ClickAsync();
        await Assertions.Expect(editor.Page.Locator(".editor-block .editor-bar-summary")).ToContainTextAsync("Attention");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Monter (Encadré)" }).ClickAsync();
        await editor.SaveAsync();
        var text = await StoredAsync();
        Assert.Contains("::: callout {type=warning title=\"Rue fermée\"}\nÉcrivez ici l’information à mettre en valeur.\n:::", text, StringComparison.Ordinal);
        await editor.Page.Locator("[data-editor][data-ready]").WaitForAsync();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Supprimer (Encadré)" }).First.ClickAsync();
        await editor.SaveAsync();
        Assert.DoesNotContain("callout", await StoredAsync(), StringComparison.Ordinal);
        editor.AssertClean();
    }

    [Fact]
    public async Task What_comes_from_Word_is_cleaned()
    {
        const string word = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
            <!--StartFragment--><h1 style="mso-style-name:Titre">Un titre</h1>
            <p class=MsoNormal style="margin:0"><span style="font-size:12pt;color:#f00">Du&nbsp;texte <b>gras</b><o:p></o:p></span></p>
            <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>Premier</p>
            <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>Second</p>
            <p class=MsoNormal><a href="javascript:alert(1)">piège</a> <a href="https://example.org/">lien</a><img src="file:///c:/x.png"></p>
            <!--EndFragment--></body></html>
            """;
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+a");
        await editor.Page.EvaluateAsync("""
            html => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              document.querySelector('.editor-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """, word);
        await Assertions.Expect(editor.Page.Locator(".editor-message")).ToContainTextAsync("Une image du texte collé");
        await editor.SaveAsync();
        var text = await StoredAsync();
        Assert.Contains("## Un titre\n\nDu texte **gras**\n\n- Premier\n- Second\n\npiège [lien](https://example.org/)", text, StringComparison.Ordinal);
        editor.AssertClean();
    }

    [Fact]
    public async Task What_is_typed_is_seen_in_the_real_theme()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Voir l’aperçu" }).ClickAsync();
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+End");
        await editor.Page.Keyboard.TypeAsync(" Vu pendant la frappe.");
        var frame = editor.Page.FrameLocator(".preview-frame");
        await Assertions.Expect(frame.GetByText("Vu pendant la frappe.")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator("header").First).ToBeVisibleAsync();
        Assert.Null(await DraftAsync("Vu pendant"));
        editor.AssertClean();
    }

    [Fact]
    public async Task What_was_not_saved_is_offered_again()
    {
        await using (var first = await Editor.ComeAsync(office))
        {
            await first.OpenAsync(Page);
            await first.Text.FocusAsync();
            await Editor.SelectAsync(first.Page, "Control+End");
            var kept = first.Page.WaitForResponseAsync(r => r.Request.Method == "PUT" && r.Url.Contains("/editeur/brouillons/", StringComparison.Ordinal));
            await first.Page.Keyboard.TypeAsync(" Presque perdu.");
            Assert.Equal(204, (await kept).Status);
        }
        await using var second = await Editor.ComeAsync(office);
        await second.OpenAsync(Page);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Reprendre ce texte" }).ClickAsync();
        await Assertions.Expect(second.Text).ToContainTextAsync("Presque perdu.");
        await second.SaveAsync();
        Assert.Contains("Presque perdu.", await StoredAsync(), StringComparison.Ordinal);
        second.AssertClean();
    }

    [Fact]
    public async Task A_link_makes_the_page_that_is_missing()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await Editor.SelectAsync(editor.Page, "Control+End");
        await editor.Page.Keyboard.PressAsync("Control+k");
        await editor.Page.Locator("dialog input[type=search]").FillAsync("Les associations sportives");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Créer la page" }).ClickAsync();
        await editor.SaveAsync();
        Assert.Contains("[Les associations sportives](/les-associations-sportives/)", await StoredAsync(), StringComparison.Ordinal);
        Assert.True(await office.Host.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Key == "les-associations-sportives" && i.LiveText == null)));
        editor.AssertClean();
    }

    /// <summary>A closed window is told to scripts in a task of its own: a click on "Enregistrer" could come between.</summary>
    [Fact]
    public async Task A_link_stands_in_the_text_before_the_page_takes_another_click()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+k");
        await editor.Page.Locator("dialog input[type=search]").FillAsync("www.metz.fr");
        await editor.Page.Locator("dialog .editor-result").First.GetByText("www.metz.fr").WaitForAsync();
        var text = await editor.Page.EvaluateAsync<string>("""
            async () => {
              document.querySelector('dialog .editor-result').click();
              for (let i = 0; i < 5; i++) await null;
              return document.querySelector('[data-editor] textarea').value;
            }
            """);
        Assert.Contains("(https://www.metz.fr)", text, StringComparison.Ordinal);
        editor.AssertClean();
    }

    [Fact]
    public async Task Without_scripts_the_text_is_a_plain_field()
    {
        await using var editor = await Editor.ComeAsync(office, scripts: false);
        await editor.GoAsync(Page);
        await editor.Page.FillAsync("#Body", "Écrit **sans** script.");
        await editor.SaveAsync();
        Assert.Contains("Écrit **sans** script.", await StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_file_of_a_document_goes_with_the_form()
    {
        await using var editor = await Editor.ComeAsync(office, scripts: false);
        await editor.GoAsync("/s/vany/documents/nouveau");
        await editor.Page.FillAsync("#Title", "Procès-verbal sans script");
        await editor.Page.SetInputFilesAsync("#Upload", new FilePayload { Name = "pv.pdf", MimeType = "application/pdf", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await editor.PressAsync("Save");
        await Assertions.Expect(editor.Page.Locator(".file-field .field-error")).ToContainTextAsync("Sont acceptés");
        await Assertions.Expect(editor.Page.Locator("#Title")).ToHaveValueAsync("Procès-verbal sans script");
        await editor.Page.SetInputFilesAsync("#Upload", new FilePayload { Name = "PV sans script.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await editor.SaveAsync();
        await Assertions.Expect(editor.Page.Locator("#File")).ToHaveValueAsync("media/pv-sans-script.pdf");
    }

    [Fact]
    public async Task The_switch_shows_the_plain_text_and_comes_back()
    {
        await using var editor = await Editor.ComeAsync(office);
        await editor.OpenAsync(Page);
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Texte brut" }).ClickAsync();
        await editor.Page.FillAsync("#Body", "Du **gras** tapé.");
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Texte brut" }).ClickAsync();
        await Assertions.Expect(editor.Text.Locator("strong")).ToHaveTextAsync("gras");
        editor.AssertClean();
    }

    private async Task<string> StoredAsync() =>
        (await office.Host.InDatabaseAsync(d => d.Items.AsNoTracking().SingleAsync(i => i.Id == SampleTerritory.VanyPage))).DraftText ?? "";

    private async Task<string?> DraftAsync(string words) =>
        await office.Host.InDatabaseAsync(d => d.Items.Where(i => i.DraftText != null && i.DraftText.Contains(words)).Select(i => i.Title).FirstOrDefaultAsync());
}
