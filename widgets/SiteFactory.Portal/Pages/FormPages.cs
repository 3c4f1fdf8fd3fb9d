using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Pages;

/// <summary>A form's pages: the first without a draft, the others on one.</summary>
internal static class FormPages
{
    private const string CommuneInput = "_commune";

    /// <summary>The first page, empty or prefilled.</summary>
    public static async Task<IResult> StartAsync(string category, string slug, HttpContext context, PageScope scope)
    {
        var now = await scope.TerritoryAsync(context);
        if (scope.Catalog.Find(slug) is not { } form || form.Category != category)
            return await scope.NotFoundAsync(context);
        if (Closed(form, now, scope) is { } closed)
            return closed;
        var commune = now.ByInsee(context.Request.Query["commune"].ToString());
        var answers = WithCommune(AnswerReader.Prefilled(form, context.Request.Query), form, commune?.Key);
        return First(scope, now, form, answers, commune, [], null, StatusCodes.Status200OK);
    }

    /// <summary>The first page comes back: a draft begins.</summary>
    public static async Task<IResult> BeginAsync(string category, string slug, HttpContext context, PageScope scope)
    {
        var now = await scope.TerritoryAsync(context);
        if (scope.Catalog.Find(slug) is not { } form || form.Category != category)
            return await scope.NotFoundAsync(context);
        if (Closed(form, now, scope) is { } closed)
            return closed;
        if (!scope.Limiter.Allow(Counted.Post, context.Connection.RemoteIpAddress))
            return await scope.TooManyAsync(context);
        if (await PageScope.FormAsync(context) is not { } sent)
            return await BadAsync(context, scope);
        var commune = now.Body(sent[CommuneInput].ToString()) is { IsMetropole: false } named ? named : null;
        var answers = AnswerReader.Read(WithCommune(Answers.Empty, form, commune?.Key), form.Steps[0], sent);
        if (sent[AnswerKeys.Trap].ToString().Length > 0)
            return First(scope, now, form, answers, commune, [], PagesTexts.TooFast, StatusCodes.Status422UnprocessableEntity);
        if (scope.Tokens.Check(form.Slug, sent[AnswerKeys.Token], isFirst: true) is not TokenVerdict.Good and var verdict)
            return First(scope, now, form, answers, commune, [], verdict == TokenVerdict.TooFast ? PagesTexts.TooFast : PagesTexts.TokenOld, StatusCodes.Status422UnprocessableEntity);
        var code = TrackingCode.Create();
        var draft = scope.Drafts.Create(form, code, answers, commune?.Key);
        await scope.Drafts.SaveAsync(draft, answers, context.RequestAborted);
        return await TakeAsync(new(scope, now, form, draft, code), 0, answers, sent, context);
    }

    /// <summary>A later page, or an earlier one again.</summary>
    public static async Task<IResult> StepAsync(string code, int number, HttpContext context, PageScope scope)
    {
        if (await DraftAsync(code, context, scope) is not { } page)
            return await scope.WrongCodeAsync(context);
        var index = number - 1;
        var answers = Answers.FromJson(page.Draft.AnswersJson);
        if (index < 0 || index >= page.Form.Steps.Length || !Conditions.IsAsked(page.Form, page.Form.Steps[index], answers))
            return await scope.NotFoundAsync(context);
        return await ShowAsync(page, index, answers, [], null, StatusCodes.Status200OK, context);
    }

    /// <summary>A page comes back.</summary>
    public static async Task<IResult> SaveStepAsync(string code, int number, HttpContext context, PageScope scope)
    {
        if (!scope.Limiter.Allow(Counted.Post, context.Connection.RemoteIpAddress))
            return await scope.TooManyAsync(context);
        if (await DraftAsync(code, context, scope) is not { } page)
            return await scope.WrongCodeAsync(context);
        if (number < 1 || number > page.Form.Steps.Length)
            return await scope.NotFoundAsync(context);
        if (await PageScope.FormAsync(context) is not { } sent)
            return await BadAsync(context, scope);
        var answers = AnswerReader.Read(Answers.FromJson(page.Draft.AnswersJson), page.Form.Steps[number - 1], sent);
        if (scope.Tokens.Check(page.Draft.CodeHash, sent[AnswerKeys.Token], isFirst: false) != TokenVerdict.Good)
            return await ShowAsync(page, number - 1, answers, [], PagesTexts.TokenOld, StatusCodes.Status422UnprocessableEntity, context);
        return await TakeAsync(page, number - 1, answers, sent, context);
    }

    /// <summary>Keeps what was typed, files too, then goes on or says what is wrong.</summary>
    private static async Task<IResult> TakeAsync(DraftPage page, int index, Answers answers, IFormCollection sent, HttpContext context)
    {
        var step = page.Form.Steps[index];
        var (withFiles, refused) = await page.Scope.Uploads.TakeAsync(page.Draft, step, answers, sent, context.RequestAborted);
        if (!await page.Scope.Drafts.SaveAsync(page.Draft, withFiles, context.RequestAborted))
            return SeeOther(context, $"/demande/{page.Code}");
        var shown = sent[AnswerKeys.Shown].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.Ordinal);
        var appeared = Conditions.AskedIn(page.Form, step, withFiles).Where(f => !shown.Contains(f.Name)).Select(f => f.Name).ToList();
        var errors = page.Scope.Validation(page.Territory).Step(page.Form, step, withFiles)
            .Where(e => !appeared.Contains(e.Field) && !refused.Any(r => r.Field == e.Field)).Concat(refused).ToImmutableArray();
        if (!errors.IsEmpty || appeared.Count > 0)
            return await ShowAsync(page, index, withFiles, errors, appeared.Count > 0 ? PagesTexts.NewQuestions : null, StatusCodes.Status422UnprocessableEntity, context);
        return SeeOther(context, Next(page.Form, withFiles, index) is { } next ? $"/demande/{page.Code}/etape/{Text(next + 1)}" : $"/demande/{page.Code}/verification");
    }

    private static IResult First(
        PageScope scope, PortalTerritory now, FormDefinition form, Answers answers, PortalBody? commune, ImmutableArray<FieldError> errors, string? notice, int status)
    {
        var address = $"/{form.Category}/{form.Slug}/";
        var model = new FormModel(
            form, 0, 1, Count(form, answers), answers, errors, ImmutableDictionary<string, UploadInfo>.Empty, scope.Tokens.Create(form.Slug), address, null, null, notice,
            commune?.Key, WhoWords.Before(form, now), scope.Today(now), now, scope.Map(now));
        var shell = new ShellModel(now, form.Title, form.Summary, commune, address + "manifest.webmanifest", !errors.IsEmpty);
        return Render.Page<FormPage>(new { Shell = shell, Model = model }, status);
    }

    private static async Task<IResult> ShowAsync(
        DraftPage page, int index, Answers answers, ImmutableArray<FieldError> errors, string? notice, int status, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (form, now, scope) = (page.Form, page.Territory, page.Scope);
        var uploads = await scope.Uploads.OfDraftAsync(page.Draft.Id, context.RequestAborted);
        var model = new FormModel(
            form, index, Number(form, answers, index), Count(form, answers), answers, errors, uploads, scope.Tokens.Create(page.Draft.CodeHash),
            $"/demande/{page.Code}/etape/{Text(index + 1)}", Previous(form, answers, index) is { } before ? $"/demande/{page.Code}/etape/{Text(before + 1)}" : null,
            page.Code, notice, null, WhoWords.Before(form, now), scope.Today(now), now, scope.Map(now));
        var shell = new ShellModel(now, form.Steps[index].Title, From: now.Body(page.Draft.From), HasErrors: !errors.IsEmpty);
        return Render.Page<FormPage>(new { Shell = shell, Model = model }, status);
    }

    /// <summary>A draft by the code of an address, or null.</summary>
    public static async Task<DraftPage?> DraftAsync(string text, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, text) is not { } code || await scope.Drafts.FindAsync(code, context.RequestAborted) is not { } draft || scope.Catalog.Find(draft.FormSlug) is not { } form)
            return null;
        return new(scope, await scope.TerritoryAsync(context), form, draft, code);
    }

    /// <summary>The pages of a form that are asked, the review included.</summary>
    public static int Count(FormDefinition form, Answers answers) => form.Steps.Count(s => Conditions.IsAsked(form, s, answers)) + 1;

    public static int? Previous(FormDefinition form, Answers answers, int index) => Asked(form, answers).LastOrDefault(i => i < index, -1) is >= 0 and var found ? found : null;

    private static int? Next(FormDefinition form, Answers answers, int index) => Asked(form, answers).FirstOrDefault(i => i > index, -1) is >= 0 and var found ? found : null;

    private static int Number(FormDefinition form, Answers answers, int index) => Asked(form, answers).Count(i => i <= index);

    private static IEnumerable<int> Asked(FormDefinition form, Answers answers) => form.Steps.Index().Where(s => Conditions.IsAsked(form, s.Item, answers)).Select(s => s.Index);

    public static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static async Task<IResult> BadAsync(HttpContext context, PageScope scope) =>
        Render.Message(new(await scope.TerritoryAsync(context), PagesTexts.ErrorTitle), PagesTexts.ErrorText, StatusCodes.Status400BadRequest);

    private static IResult? Closed(FormDefinition form, PortalTerritory now, PageScope scope)
    {
        var today = scope.Today(now);
        if (form.Consultation is not { } dates || FormCatalog.IsOpen(form, today))
            return null;
        return today < dates.Opens
            ? Render.Message(new(now, PagesTexts.SoonTitle), Fill(PagesTexts.SoonConsultation, FrenchDates.Long(dates.Opens)), StatusCodes.Status200OK)
            : Render.Message(new(now, PagesTexts.ClosedTitle), Fill(PagesTexts.ClosedConsultation, FrenchDates.Long(dates.Closes)), StatusCodes.Status410Gone);
    }

    private static Answers WithCommune(Answers answers, FormDefinition form, string? commune) =>
        commune is not null && form.Fields.FirstOrDefault(f => f.Type == FieldType.Commune) is { } field ? answers.With(field.Name, commune) : answers;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Fill(string format, string value) => string.Format(CultureInfo.InvariantCulture, format, value);
}

/// <summary>A form under way.</summary>
internal sealed record DraftPage(PageScope Scope, PortalTerritory Territory, FormDefinition Form, DraftRow Draft, TrackingCode Code);
