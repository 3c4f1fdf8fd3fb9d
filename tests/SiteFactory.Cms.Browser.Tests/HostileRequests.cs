using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>What citizens type into the portal's forms: text that attacks, by the forms' own pages and past them.</summary>
internal sealed class HostileRequests(CitizenOffice office, HttpClient client)
{
    private static readonly FieldType[] Chosen = [FieldType.Choice, FieldType.Multiple, FieldType.Commune, FieldType.Photo, FieldType.File, FieldType.Information];

    private readonly EveryForm _forms = new(client);

    private IEnumerable<FormDefinition> Definitions => office.Host.Application.Services.GetRequiredService<FormCatalog>().Forms;

    /// <summary>What went wrong in the portal.</summary>
    public IReadOnlyList<string> Faults => _forms.Faults;

    /// <summary>The portal's pages where it may be shown: what became of each request.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>The agents' screens where it may be shown.</summary>
    public List<string> Agents { get; } = [];

    /// <summary>As a citizen without scripts would, from each form's first page to the message that follows. The pages that answered.</summary>
    public async Task<IReadOnlyList<Answer>> FillAsync()
    {
        await _forms.FillAsync("/suivi/");
        foreach (var form in Definitions)
        {
            var page = $"/{form.Category}/{form.Slug}/";
            while (page?.EndsWith("/envoyee", StringComparison.Ordinal) == false)
            {
                await _forms.FillAsync(page);
                page = _forms.Further;
            }
            if (page is null)
                continue;
            var request = page[..page.LastIndexOf('/')];
            await _forms.FillAsync(request);
            Pages.AddRange([office.PortalUrl(page), office.PortalUrl(request)]);
        }
        return _forms.Answers;
    }

    /// <summary>Past the forms' own checks, as a foreign program would: every field that one types in, whichever choice it follows from.</summary>
    public async Task SendAsync()
    {
        foreach (var form in Definitions)
        {
            var left = form.Fields.Where(f => !Chosen.Contains(f.Type)).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            for (var choice = 0; choice < form.Fields.Max(f => f.Options.Length) && left.Count > 0; choice++)
            {
                var answers = Answered(form, choice);
                var asked = Conditions.Asked(form, answers).Select(f => f.Name).ToList();
                if (!left.Overlaps(asked))
                    continue;
                left.ExceptWith(asked);
                var sent = await CitizenOffice.SendAsync(office.Host, form.Slug, answers);
                Pages.Add(office.PortalUrl($"/demande/{sent.Code}"));
                Agents.AddRange([$"/s/vany/demandes/{sent.Id}", $"/s/metropole/demandes/{sent.Id}"]);
            }
            Assert.Empty(left);
        }
    }

    private static Answers Answered(FormDefinition form, int choice) => form.Fields.Aggregate(Answers.Empty, (answers, field) => field.Type switch
    {
        FieldType.Choice => answers.With(field.Name, field.Options[choice % field.Options.Length].Value),
        FieldType.Multiple => answers.With(field.Name, [.. field.Options.Select(o => o.Value)]),
        FieldType.Commune => answers.With(field.Name, "vany"),
        FieldType.Photo or FieldType.File or FieldType.Information => answers,
        FieldType.Email => answers.With(field.Name, "'onfocus=alert(11)'@example.org"),
        _ => answers.With(field.Name, FilledForm.Attacks[0]),
    });
}
