using Microsoft.AspNetCore.Http;
using NodaTime.Text;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Pages;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Portal.Api;

/// <summary>
/// Open311 GeoReport v2 over the form that reports anomalies: each of its categories is a service. A request's id is its
/// tracking code, so that ids cannot be counted through. Only JSON is spoken.
/// </summary>
internal static class Open311Api
{
    private const string Form = "signaler-une-anomalie";

    public static IResult Services(HttpContext context, PageScope scope)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Json(Field(scope) is not { } field ? [] : field.Options.Select(o => new
        {
            service_code = o.Value,
            service_name = o.Label,
            description = o.Hint ?? "",
            metadata = true,
            type = "realtime",
            keywords = o.Hint ?? "",
            group = Anomaly(scope)!.Title,
        }));
    }

    public static IResult Service(string code, PageScope scope)
    {
        if (Anomaly(scope) is not { } form || Field(scope)?.Option(code) is null)
            return Error(StatusCodes.Status404NotFound, "service_code not found");
        var answers = Answers.Empty.With(form.DispatchField!, code);
        var asked = Conditions.Asked(form, answers).Where(f => !f.Options.IsEmpty && f.Name != form.DispatchField);
        return Results.Json(new
        {
            service_code = code,
            attributes = asked.Select((f, i) => new
            {
                variable = true,
                code = f.Name,
                datatype = f.Type == FieldType.Multiple ? "multivaluelist" : "singlevaluelist",
                required = f.Required,
                order = i + 1,
                description = f.Label,
                values = f.Options.Select(o => new { key = o.Value, name = o.Label }),
            }),
        });
    }

    public static async Task<IResult> CreateAsync(HttpContext context, PageScope scope, ApiGate gate)
    {
        if (await PageScope.FormAsync(context) is not { } sent)
            return Error(StatusCodes.Status400BadRequest, "form-encoded body needed");
        if (gate.ByKey(sent["api_key"]) is null)
            return Error(StatusCodes.Status403Forbidden, "api_key was invalid");
        if (Anomaly(scope) is not { } form || Field(scope)?.Option(sent["service_code"].ToString()) is null)
            return Error(StatusCodes.Status404NotFound, "service_code not found");
        var now = await scope.TerritoryAsync(context);
        var answers = Open311Answers.Read(form, sent, now);
        var errors = scope.Validation(now).All(form, answers);
        if (!errors.IsEmpty)
            return Error(StatusCodes.Status400BadRequest, string.Join(" ", errors.Select(e => $"{e.Field}: {e.Message}")));
        var made = await scope.Submission.SendAsync(form, answers, "open311", context.RequestAborted);
        return Results.Json(new[] { new { service_request_id = made.Code.ToString(), service_notice = form.Confirmation ?? "" } }, statusCode: StatusCodes.Status201Created);
    }

    public static async Task<IResult> RequestAsync(string id, HttpContext context, PageScope scope)
    {
        if (scope.Code(context, id) is not { } code || await scope.FollowUp.FindAsync(code, context.RequestAborted) is not { ErasedAt: null } row)
        {
            return scope.Limiter.Allow(Counted.WrongCode, context.Connection.RemoteIpAddress)
                ? Error(StatusCodes.Status404NotFound, "service_request_id not found") : Error(StatusCodes.Status429TooManyRequests, "too many requests");
        }
        return Results.Json(new[]
        {
            new
            {
                service_request_id = code.ToString(), status = StatusWords.IsClosed(row.Status) ? "closed" : "open", status_notes = StatusWords.Label(row.Status),
                service_name = row.CategoryLabel, requested_datetime = InstantPattern.General.Format(row.ReceivedAt), updated_datetime = InstantPattern.General.Format(row.UpdatedAt),
                address = row.Place ?? "", lat = row.Latitude, @long = row.Longitude,
            },
        });
    }

    private static FormDefinition? Anomaly(PageScope scope) => scope.Catalog.Find(Form);

    private static FormField? Field(PageScope scope) => Anomaly(scope) is { DispatchField: { } name } form ? form.Field(name) : null;

    private static IResult Error(int status, string text) => Results.Json(new[] { new { code = status, description = text } }, statusCode: status);
}
