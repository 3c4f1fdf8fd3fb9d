using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Publik;

/// <summary>A form as Publik lists it; only what citizens may know. <c>functions</c>, which names agents, is never read.</summary>
internal sealed record PublikForm(
    string Slug, string Title, string? Url, string? Description, string? Category, bool? NeedsSignIn, bool IsClosed, ImmutableArray<string> Keywords);

/// <summary>
/// Reads the answers of <c>/api/categories/</c> and <c>/api/formdefs/</c>, which stand in <c>data</c> or, on older servers,
/// are the bare list. What is not a form is left out; an answer without a list is malformed.
/// </summary>
internal static class PublikAnswer
{
    private const int MostForms = 1000;

    public static ImmutableArray<PublikForm> Categories(ReadOnlyMemory<byte> answer) => Read(answer, list =>
        list.SelectMany(category => category.ValueKind == JsonValueKind.Object && category.TryGetProperty("forms", out var forms) && forms.ValueKind == JsonValueKind.Array
            ? forms.EnumerateArray().Select(f => Form(f, Text(category, "title")))
            : []));

    public static ImmutableArray<PublikForm> Forms(ReadOnlyMemory<byte> answer) => Read(answer, list => list.Select(f => Form(f, null)));

    /// <summary>The forms as services: their own words first, then what the second list adds.</summary>
    public static ImmutableArray<PortalService> Services(
        ImmutableArray<PublikForm> forms, ImmutableArray<PublikForm> more, string host, Func<string, string> addressOf)
    {
        var second = more.DistinctBy(f => f.Slug, StringComparer.Ordinal).ToDictionary(f => f.Slug, StringComparer.Ordinal);
        return
        [
            .. forms.Concat(more).DistinctBy(f => f.Slug, StringComparer.Ordinal).Select(f => Service(f, second.GetValueOrDefault(f.Slug), host, addressOf)),
        ];
    }

    private static PortalService Service(PublikForm form, PublikForm? more, string host, Func<string, string> addressOf) => new(
        form.Slug,
        form.Title,
        form.Description ?? more?.Description,
        form.Category ?? more?.Category,
        IsOfPortal(form.Url, host) ? form.Url! : addressOf(form.Slug),
        !form.IsClosed && more?.IsClosed != true,
        form.NeedsSignIn ?? more?.NeedsSignIn ?? false,
        [.. form.Keywords.Union(more?.Keywords ?? [], StringComparer.Ordinal)]);

    private static PublikForm? Form(JsonElement form, string? category)
    {
        if (form.ValueKind != JsonValueKind.Object || CatalogueWords.Key(Text(form, "slug")) is not { } slug || CatalogueWords.Title(Text(form, "title")) is not { } title)
            return null;
        return new(
            slug,
            title,
            Text(form, "url"),
            CatalogueWords.Text(Text(form, "description")),
            CatalogueWords.Title(category ?? Text(form, "category")),
            Flag(form, "authentication_required"),
            Flag(form, "disabled") == true,
            CatalogueWords.Keywords(Texts(form, "keywords")));
    }

    // A form may live on another host of the same domain; an address elsewhere is not the portal's to give.
    private static bool IsOfPortal(string? url, string host)
    {
        if (!CatalogueWords.IsAddress(url))
            return false;
        var other = new Uri(url!).Host;
        return other == host || (host.Split('.').Length > 2 && other.EndsWith(host[host.IndexOf('.', StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase));
    }

    private static ImmutableArray<PublikForm> Read(ReadOnlyMemory<byte> answer, Func<IEnumerable<JsonElement>, IEnumerable<PublikForm?>> forms)
    {
        try
        {
            using var document = JsonDocument.Parse(answer, new() { MaxDepth = 32 });
            return [.. forms(List(document.RootElement)).OfType<PublikForm>().Take(MostForms)];
        }
        catch (JsonException e)
        {
            throw new PortalException(PortalProblem.Malformed, e.Message, e);
        }
    }

    private static JsonElement.ArrayEnumerator List(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray();
        if (root.ValueKind != JsonValueKind.Object)
            throw new PortalException(PortalProblem.Malformed, "data");
        if (root.TryGetProperty("err", out var err) && !(err.ValueKind == JsonValueKind.Number && err.TryGetInt32(out var code) && code == 0))
            throw new PortalException(PortalProblem.Refused, Text(root, "err_desc") ?? "err");
        return root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? data.EnumerateArray()
            : throw new PortalException(PortalProblem.Malformed, "data");
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool? Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static IEnumerable<string?> Texts(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString())],
        _ => [],
    };
}
