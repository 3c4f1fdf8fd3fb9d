using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;

namespace SiteFactory.Cms.Features.Account;

/// <summary>Turns the code of the telephone (TOTP, RFC 6238) on and off.</summary>
[SignedIn]
public sealed class TwoFactorModel(CurrentPerson current, UserManager<Person> people, IUserStore<Person> store, SignInManager<Person> signIn, ChangeLog log, CmsDbContext database) : PageModel
{
    private const int Codes = 10;

    [BindProperty]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>In groups of four, as one reads it out; empty: none was made yet.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A picture of the key as a <c>data:</c> address.</summary>
    public string QrCode { get; private set; } = "";

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Shows where things stand.</summary>
    public async Task OnGetAsync() => await ShowAsync(await MeAsync());

    /// <summary>Makes the key that the telephone takes. It protects nothing before a first code is typed, so other sessions go on.</summary>
    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellation)
    {
        var me = await MeAsync();
        if (!me.TwoFactorEnabled && string.IsNullOrEmpty(await people.GetAuthenticatorKeyAsync(me)))
            await ((IUserAuthenticatorKeyStore<Person>)store).SetAuthenticatorKeyAsync(me, people.GenerateNewAuthenticatorKey(), cancellation);
        await people.UpdateAsync(me);
        return RedirectToPage();
    }

    /// <summary>Turns it on with a first code.</summary>
    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellation)
    {
        var me = await MeAsync();
        var digits = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        if (!await people.VerifyTwoFactorTokenAsync(me, people.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            ModelState.AddModelError(nameof(Code), IndexModel.Texts["CodeWrong"]);
            await ShowAsync(me);
            return Page();
        }
        await people.SetTwoFactorEnabledAsync(me, true);
        await NewCodesAsync(me);
        await DoneAsync(me, "two-factor-on", cancellation);
        return Page();
    }

    /// <summary>Replaces the recovery codes.</summary>
    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken cancellation)
    {
        var me = await MeAsync();
        if (me.TwoFactorEnabled)
            await NewCodesAsync(me);
        await DoneAsync(me, "recovery-codes-made", cancellation);
        return Page();
    }

    /// <summary>Turns it off and forgets the key.</summary>
    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellation)
    {
        var me = await MeAsync();
        await people.SetTwoFactorEnabledAsync(me, false);
        await people.ResetAuthenticatorKeyAsync(me);
        await DoneAsync(me, "two-factor-off", cancellation);
        TempData["Done"] = IndexModel.Texts["TwoFactorDisabled"];
        return Redirect("/mon-compte");
    }

    private async Task<Person> MeAsync() => (await people.FindByIdAsync(current.Person!.Id.ToString()))!;

    private async Task NewCodesAsync(Person me) =>
        RecoveryCodes = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(me, Codes) ?? []];

    private async Task DoneAsync(Person me, string action, CancellationToken cancellation)
    {
        log.Journal(action, null, me.DisplayName);
        await database.SaveChangesAsync(cancellation);
        await signIn.RefreshSignInAsync(me);
    }

    private async Task ShowAsync(Person me)
    {
        IsOn = me.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await people.CountRecoveryCodesAsync(me);
            return;
        }
        var key = await people.GetAuthenticatorKeyAsync(me);
        if (string.IsNullOrEmpty(key))
            return;
        Key = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
        QrCode = Picture($"otpauth://totp/{Uri.EscapeDataString(SharedTexts.T["Product"] + ":" + me.Email)}?secret={key}&issuer={Uri.EscapeDataString(SharedTexts.T["Product"])}&digits=6");
    }

    private static string Picture(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var svg = new SvgQRCode(data).GetGraphic(8);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
