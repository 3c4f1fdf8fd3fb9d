using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>The whole ceremony of a passkey, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(BackOffice office) : IClassFixture<BackOffice>
{
    [Fact]
    public async Task A_passkey_is_added_and_opens_the_back_office_without_a_password()
    {
        await using var context = await office.Browser.NewContextAsync(new() { BaseURL = Address, Locale = "fr-FR" });
        var page = await context.NewPageAsync();
        var authenticator = await AuthenticatorAsync(page);

        await page.GotoAsync("/connexion");
        await page.FillAsync("#Email", "camille@example.org");
        await page.FillAsync("#Password", CmsHost.Password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".topbar-account")).ToBeVisibleAsync();
        await page.GotoAsync("/mon-compte/cles");
        await page.FillAsync("#Name", "Téléphone de Camille");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Téléphone de Camille").First).ToBeVisibleAsync();

        await context.ClearCookiesAsync();
        await page.GotoAsync("/mon-compte");
        await Assertions.Expect(page.Locator("#Password")).ToBeVisibleAsync();
        await page.Locator("form[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator(".topbar-account")).ToBeVisibleAsync();

        // Without the key the door stays shut, and says so.
        await context.ClearCookiesAsync();
        await authenticator.SendAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = _authenticator });
        await page.GotoAsync("/connexion");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-message]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".topbar-account")).ToHaveCountAsync(0);
    }

    private string _authenticator = "";

    // A passkey belongs to a name: an address of numbers has none.
    private string Address => $"http://localhost:{office.Host.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private async Task<ICDPSession> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        _authenticator = added!.Value.GetProperty("authenticatorId").GetString()!;
        return session;
    }
}
