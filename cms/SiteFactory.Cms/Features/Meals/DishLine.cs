using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Meals;

/// <summary>A dish as one line that people write: <c>Purée de potiron (bio, local, lait)</c>.</summary>
public static class DishLine
{
    private static readonly FrozenDictionary<string, Allergen> Allergens = Words(
        (Allergen.Gluten, ["gluten", "ble"]), (Allergen.Crustaceans, ["crustaces", "crustace"]), (Allergen.Eggs, ["oeufs", "oeuf"]), (Allergen.Fish, ["poisson", "poissons"]),
        (Allergen.Peanuts, ["arachides", "arachide"]), (Allergen.Soy, ["soja"]), (Allergen.Milk, ["lait", "lactose"]), (Allergen.Nuts, ["fruits-a-coque", "fruit-a-coque", "noix"]),
        (Allergen.Celery, ["celeri"]), (Allergen.Mustard, ["moutarde"]), (Allergen.Sesame, ["sesame"]), (Allergen.Sulphites, ["sulfites", "sulfite"]), (Allergen.Lupin, ["lupin"]),
        (Allergen.Molluscs, ["mollusques", "mollusque"]));

    private static readonly FrozenDictionary<string, Label> Labels = Words(
        (Label.Vegetarian, ["vegetarien", "vegetarienne", "vege", "sans-viande"]), (Label.Organic, ["bio", "biologique"]), (Label.Local, ["local", "locale", "circuit-court"]));

    private enum Label
    {
        Vegetarian,
        Organic,
        Local,
    }

    /// <summary>The words that mark a dish, labels first: what a hint lists and buttons insert.</summary>
    public static IReadOnlyList<string> Marks { get; } =
        [.. Enum.GetNames<Label>().Select(l => MealTexts.T["Label" + l]), .. Enum.GetNames<Allergen>().Select(a => MealTexts.T["Allergen" + a])];

    /// <summary>The line of a dish.</summary>
    public static string Show(Dish dish)
    {
        IEnumerable<string> labels = [.. dish.Vegetarian ? (string[])["Vegetarian"] : [], .. dish.Organic ? (string[])["Organic"] : [], .. dish.Local ? (string[])["Local"] : []];
        var marks = labels.Select(l => MealTexts.T["Label" + l]).Concat(dish.Allergens.Select(a => MealTexts.T["Allergen" + a]));
        return string.Join(", ", marks) is { Length: > 0 } words ? $"{dish.Name} ({words})" : dish.Name;
    }

    /// <summary>The dish of a line; null for an empty one. Words in brackets at the end are marks when all of them are known, otherwise part of the name.</summary>
    public static Dish? Read(string line, Course? course)
    {
        var text = line.Trim();
        if (text.Length == 0)
            return null;
        var open = text.LastIndexOf('(');
        if (open <= 0 || text[^1] != ')' || text[..open].Trim() is not { Length: > 0 } name || Words(text[(open + 1)..^1]) is not { } marks)
            return new(text, course, false, false, false, []);
        return new(
            name, course, marks.Labels.Contains(Label.Vegetarian), marks.Labels.Contains(Label.Organic), marks.Labels.Contains(Label.Local), [.. marks.Allergens.Distinct().Order()]);
    }

    private static (ImmutableArray<Label> Labels, ImmutableArray<Allergen> Allergens)? Words(string text)
    {
        var keys = text.Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Slug.From).ToList();
        if (keys.Count == 0 || keys.Exists(k => !Labels.ContainsKey(k) && !Allergens.ContainsKey(k)))
            return null;
        return ([.. keys.Where(Labels.ContainsKey).Select(k => Labels[k])], [.. keys.Where(Allergens.ContainsKey).Select(k => Allergens[k])]);
    }

    private static FrozenDictionary<string, T> Words<T>(params (T Value, string[] Keys)[] words) =>
        words.SelectMany(w => w.Keys.Select(k => KeyValuePair.Create(k, w.Value))).ToFrozenDictionary(StringComparer.Ordinal);
}
