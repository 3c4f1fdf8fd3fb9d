using System.Collections.Immutable;
using Microsoft.Extensions.FileProviders;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace SiteFactory.Portal.Forms;

/// <summary>Every service of the portal, by slug, and the groups they stand in.</summary>
public sealed class FormCatalog
{
    private const string Prefix = "form:";

    private readonly Dictionary<string, FormDefinition> _bySlug;

    private FormCatalog(ImmutableArray<FormCategory> categories, ImmutableArray<FormDefinition> forms)
    {
        Categories = categories;
        Forms = forms;
        _bySlug = forms.ToDictionary(f => f.Slug, StringComparer.Ordinal);
    }

    /// <summary>In the order in which the home page shows them.</summary>
    public ImmutableArray<FormCategory> Categories { get; }

    /// <summary>In the order of their categories, then of their files' names.</summary>
    public ImmutableArray<FormDefinition> Forms { get; }

    /// <summary>Slugs of the questionnaires: their answers are counted, not handled.</summary>
    public ImmutableArray<string> Consultations => [.. Forms.Where(f => f.Consultation is not null).Select(f => f.Slug)];

    public FormDefinition? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public IEnumerable<FormDefinition> In(string category) => Forms.Where(f => f.Category == category);

    /// <summary>Whether it takes requests on that day: a consultation does between its dates.</summary>
    public static bool IsOpen(FormDefinition form, LocalDate today) =>
        form.Consultation is not { } dates || (today >= dates.Opens && today <= dates.Closes);

    /// <summary>The library's own forms; those of a territory's folder replace the ones of the same file name and add others.</summary>
    /// <param name="territory">The folder of a territory's definitions, or null.</param>
    /// <exception cref="FormFaultsException">A definition cannot be used.</exception>
    public static FormCatalog Load(IFileProvider? territory)
    {
        var texts = Own();
        foreach (var file in (territory?.GetDirectoryContents("") ?? Enumerable.Empty<IFileInfo>()).Where(f => f.Name.EndsWith(".yaml", StringComparison.Ordinal)))
            texts[file.Name] = Text(file.CreateReadStream());
        return Read(texts);
    }

    /// <summary>The same from texts by file name, <c>categories.yaml</c> among them.</summary>
    internal static FormCatalog Read(IReadOnlyDictionary<string, string> texts)
    {
        var categories = Categorize(texts["categories.yaml"]);
        var readings = texts.Where(t => t.Key != "categories.yaml").OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (File: t.Key, Reading: FormReader.Read(t.Key, t.Value))).ToList();
        var faults = readings.SelectMany(r => r.Reading.Faults).Concat(Across(readings, categories)).ToImmutableArray();
        if (!faults.IsEmpty)
            throw new FormFaultsException(faults);
        var order = categories.Select((c, i) => (c.Slug, i)).ToDictionary(c => c.Slug, c => c.i, StringComparer.Ordinal);
        return new(categories, [.. readings.Select(r => r.Reading.Form!).OrderBy(f => order[f.Category])]);
    }

    internal static Dictionary<string, string> Own()
    {
        var assembly = typeof(FormCatalog).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(n => n[Prefix.Length..], n => Text(assembly.GetManifestResourceStream(n)!), StringComparer.Ordinal);
    }

    private static IEnumerable<FormFault> Across(List<(string File, FormReading Reading)> readings, ImmutableArray<FormCategory> categories)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, form) in readings.Where(r => r.Reading.Form is not null).Select(r => (r.File, r.Reading.Form!)))
        {
            if (!categories.Any(c => c.Slug == form.Category))
                yield return new FaultList(file).Add(1, "UnknownCategory", form.Category, string.Join(", ", categories.Select(c => c.Slug))).All[0];
            if (!slugs.Add(form.Slug))
                yield return new FaultList(file).Add(1, "SameSlug", form.Slug).All[0];
        }
    }

    private static ImmutableArray<FormCategory> Categorize(string text)
    {
        var faults = new FaultList("categories.yaml");
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = new NodeReader((YamlMappingNode)stream.Documents[0].RootNode, faults, ["categories"]);
        ImmutableArray<FormCategory> all =
            [.. root.Mappings("categories", ["slug", "title", "description"]).Select(r => new FormCategory(r.Text("slug"), r.Words("title"), r.Words("description")))];
        return faults.All.IsEmpty ? all : throw new FormFaultsException(faults.All);
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
