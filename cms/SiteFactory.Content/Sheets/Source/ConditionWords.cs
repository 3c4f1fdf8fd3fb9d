namespace SiteFactory.Content.Sheets.Source;

/// <summary>
/// What the variables of a sheet's conditions mean in words. A questionnaire sets them by its answers; without one, titles
/// say which case is which, and nothing has to be told.
/// </summary>
internal sealed class ConditionWords
{
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    public ConditionWords(SourceNode? questionnaire, LineConverter lines)
    {
        foreach (var choice in questionnaire?.All("Question").SelectMany(q => q.All("Choix")) ?? [])
        {
            var said = lines.Words(choice.Child("IntituleSiSelectionne")) ?? lines.Words(choice.Child("Titre"));
            foreach (var set in choice.Child("SiSelectionne")?.All("affecteVrai") ?? [])
            {
                if (set["var"] is { } variable && said is not null)
                    words.TryAdd(variable, said);
            }
        }
    }

    public bool IsEmpty => words.Count == 0;

    /// <summary>"Vous êtes locataire", when that is the only condition of the element; null otherwise.</summary>
    public string? Of(SourceNode node) =>
        node.Child("Condition")?.Child("estVrai")?["var"] is { } variable ? words.GetValueOrDefault(variable) : null;
}
