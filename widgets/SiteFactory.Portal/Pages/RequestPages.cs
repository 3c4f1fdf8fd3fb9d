using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Portal.Pages;

/// <summary>Review, confirmation and follow-up: everything below a code.</summary>
internal static class RequestPages
{
    private static readonly Forms.FormField MessageField = new("message", Forms.FieldType.LongText, "", null, false, false, false, Forms.FieldRole.None, null, FollowUp.LongestMessage, null, null, null, null, []);

    /// <summary>What the code opens: the request, or the form where it was left.</summary>
    public static async Task<IResult> OpenAsync(string code, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, code) is not { } parsed)
            return await scope.WrongCodeAsync(context);
        if (await scope.FollowUp.FindAsync(parsed, context.RequestAborted) is { } row)
            return await ShowAsync(row, parsed, context, scope, [], "", context.Request.Query.ContainsKey("message"), StatusCodes.Status200OK);
        if (await FormPages.DraftAsync(code, context, scope) is not { } draft)
            return await scope.WrongCodeAsync(context);
        return FormPages.SeeOther(context, $"/demande/{draft.Code}/{Resume(draft)}");
    }

    /// <summary>Everything that will be sent.</summary>
    public static async Task<IResult> ReviewAsync(string code, HttpContext context, PageScope scope, Referential referential)
    {
        if (await FormPages.DraftAsync(code, context, scope) is not { } page)
            return await AlreadySentAsync(code, context, scope);
        return await ReviewAsync(page, context, referential, null, StatusCodes.Status200OK);
    }

    /// <summary>Sends it.</summary>
    public static async Task<IResult> SendAsync(string code, HttpContext context, PageScope scope, Referential referential)
    {
        if (await FormPages.DraftAsync(code, context, scope) is not { } page)
            return await AlreadySentAsync(code, context, scope);
        var sent = await PageScope.FormAsync(context);
        if (scope.Tokens.Check(page.Draft.CodeHash, sent?[AnswerKeys.Token], isFirst: false) != TokenVerdict.Good)
            return await ReviewAsync(page, context, referential, PagesTexts.TokenOld, StatusCodes.Status422UnprocessableEntity);
        if (!scope.Validation(page.Territory).All(page.Form, Answers.FromJson(page.Draft.AnswersJson)).IsEmpty)
            return await ReviewAsync(page, context, referential, null, StatusCodes.Status422UnprocessableEntity);
        if (!scope.Limiter.Allow(Counted.Submission, context.Connection.RemoteIpAddress))
            return await scope.TooManyAsync(context);
        await scope.Submission.SendAsync(page.Form, page.Draft, page.Code, context.RequestAborted);
        return FormPages.SeeOther(context, $"/demande/{page.Code}/envoyee");
    }

    /// <summary>The code, and what happens next.</summary>
    public static async Task<IResult> SentAsync(string code, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, code) is not { } parsed || await scope.FollowUp.FindAsync(parsed, context.RequestAborted) is not { } row || scope.Catalog.Find(row.FormSlug) is not { } form)
            return await scope.WrongCodeAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        var now = await scope.TerritoryAsync(context);
        var request = await scope.FollowUp.ViewAsync(row, context.RequestAborted);
        return Render.Page<SentPage>(new { Shell = new ShellModel(now, PagesTexts.SentTitle), Form = form, Request = request, Code = parsed, HasEmail = row.Email is not null });
    }

    /// <summary>The citizen writes.</summary>
    public static async Task<IResult> MessageAsync(string code, HttpContext context, PageScope scope)
    {
        if (!scope.Limiter.Allow(Counted.Post, context.Connection.RemoteIpAddress))
            return await scope.TooManyAsync(context);
        if (scope.Code(context, code) is not { } parsed || await scope.FollowUp.FindAsync(parsed, context.RequestAborted) is not { } row)
            return await scope.WrongCodeAsync(context);
        if (await PageScope.FormAsync(context) is not { } sent || sent[AnswerKeys.Trap].ToString().Length > 0)
            return await FormPages.BadAsync(context, scope);
        var text = AnswerReader.Clean(sent["message"].ToString(), MessageField);
        if (scope.Tokens.Check(row.CodeHash, sent[AnswerKeys.Token], isFirst: false) != TokenVerdict.Good)
            return await ShowAsync(row, parsed, context, scope, [new("message", PagesTexts.AnswerLabel, PagesTexts.TokenOld)], text, false, StatusCodes.Status422UnprocessableEntity);
        if (StatusWords.IsClosed(row.Status) || row.ErasedAt is not null)
            return FormPages.SeeOther(context, $"/demande/{parsed}");
        return await WriteAsync(row, parsed, text, sent, context, scope);
    }

    /// <summary>A file of the request or the draft.</summary>
    public static async Task<IResult> FileAsync(string code, string key, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, code) is not { } parsed)
            return await scope.WrongCodeAsync(context);
        var row = await scope.FollowUp.FindAsync(parsed, context.RequestAborted);
        var draft = row is null ? await scope.Drafts.FindAsync(parsed, context.RequestAborted) : null;
        if (row is null && draft is null)
            return await scope.WrongCodeAsync(context);
        return await scope.Uploads.ReadAsync(key, row?.Id, draft?.Id, context.RequestAborted) is { } file
            ? FileAnswer.For(file, context) : await scope.NotFoundAsync(context);
    }

    /// <summary>A code typed anywhere: on this portal, or on a commune's site.</summary>
    public static async Task<IResult> LoadAsync(HttpContext context, PageScope scope)
    {
        var sent = await PageScope.FormAsync(context);
        if (scope.Code(context, sent?["code"].ToString() ?? "") is not { } code)
            return await scope.WrongCodeAsync(context);
        var known = await scope.FollowUp.FindAsync(code, context.RequestAborted) is not null || await scope.Drafts.FindAsync(code, context.RequestAborted) is not null;
        return known ? FormPages.SeeOther(context, "/demande/" + code) : await scope.WrongCodeAsync(context);
    }

    private static async Task<IResult> WriteAsync(RequestRow row, TrackingCode code, string text, IFormCollection sent, HttpContext context, PageScope scope)
    {
        var files = sent.Files.GetFiles("fichiers").Where(f => f.Length > 0).Select(f => (f.FileName, f.OpenReadStream())).ToList();
        if (text.Length == 0 && files.Count == 0)
            return await ShowAsync(row, code, context, scope, [new("message", PagesTexts.AnswerLabel, PagesTexts.AnswerEmpty)], text, false, StatusCodes.Status422UnprocessableEntity);
        var refused = await scope.FollowUp.WriteAsync(row, text, files, context.RequestAborted);
        return refused.IsEmpty
            ? FormPages.SeeOther(context, $"/demande/{code}?message")
            : await ShowAsync(row, code, context, scope, [.. refused.Select(r => new FieldError("fichiers", PagesTexts.AnswerFiles, r))], "", false, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(
        RequestRow row, TrackingCode code, HttpContext context, PageScope scope, ImmutableArray<FieldError> errors, string typed, bool sent, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var shell = new ShellModel(await scope.TerritoryAsync(context), row.FormTitle, HasErrors: !errors.IsEmpty);
        var request = await scope.FollowUp.ViewAsync(row, context.RequestAborted);
        return Render.Page<FollowPage>(new { Shell = shell, Request = request, Code = code, Token = scope.Tokens.Create(row.CodeHash), Errors = errors, Typed = typed, Sent = sent }, status);
    }

    private static async Task<IResult> ReviewAsync(DraftPage page, HttpContext context, Referential referential, string? notice, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (form, now, scope) = (page.Form, page.Territory, page.Scope);
        var answers = Answers.FromJson(page.Draft.AnswersJson).Asked(form);
        var errors = scope.Validation(now).All(form, answers);
        // What is missing is mended on its own page.
        if (!errors.IsEmpty)
            return FormPages.SeeOther(context, $"/demande/{page.Code}/{Resume(page)}");
        var (category, _, handler) = Dispatcher.Category(form, answers);
        var communeField = form.Fields.FirstOrDefault(f => f.Type == Forms.FieldType.Commune);
        var commune = communeField is null ? null : now.Body(answers.One(communeField.Name))?.Key;
        var body = await referential.DecideAsync(new(category, commune, form.PlaceField is { } place ? answers.One(place) : null), handler, context.RequestAborted);
        var count = FormPages.Count(form, answers);
        var model = new FormModel(
            form, form.Steps.Length, count, count, answers, errors, await scope.Uploads.OfDraftAsync(page.Draft.Id, context.RequestAborted), scope.Tokens.Create(page.Draft.CodeHash),
            $"/demande/{page.Code}/verification", $"/demande/{page.Code}/etape/{FormPages.Previous(form, answers, form.Steps.Length) + 1}", page.Code, notice, null,
            WhoWords.Decided(body, now), scope.Today(now), now, null);
        var shell = new ShellModel(now, PagesTexts.ReviewTitle, From: now.Body(page.Draft.From));
        return Render.Page<ReviewPage>(new { Shell = shell, Model = model, Lines = AnswerWords.Lines(form, answers, now.NameOf) }, status);
    }

    /// <summary>The first page with something to mend, or the review.</summary>
    private static string Resume(DraftPage page)
    {
        var answers = Answers.FromJson(page.Draft.AnswersJson);
        var validation = page.Scope.Validation(page.Territory);
        foreach (var (index, step) in page.Form.Steps.Index())
        {
            if (!validation.Step(page.Form, step, answers).IsEmpty)
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"etape/{index + 1}");
        }
        return "verification";
    }

    /// <summary>Sent a moment ago, by a second press of the button: its confirmation again.</summary>
    private static async Task<IResult> AlreadySentAsync(string code, HttpContext context, PageScope scope) =>
        scope.Code(context, code) is { } parsed && await scope.FollowUp.FindAsync(parsed, context.RequestAborted) is not null
            ? FormPages.SeeOther(context, $"/demande/{parsed}/envoyee")
            : await scope.WrongCodeAsync(context);
}
