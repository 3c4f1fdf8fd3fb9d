using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Yaml;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>
/// Takes the values of a mapping key by key. The keys that were asked for are the keys that exist: <see cref="Done"/>
/// reports all others.
/// </summary>
internal sealed class MappingReader
{
    private readonly YamlMapping mapping;
    private readonly string prefix;
    private readonly List<string> asked = new(24);

    public MappingReader(YamlMapping mapping, FileScope scope, string prefix = "")
    {
        this.mapping = mapping;
        this.prefix = prefix;
        Scope = scope;
        ReportDuplicates();
    }

    public FileScope Scope { get; }

    public int Line => mapping.Line;

    /// <summary>The key with its parents': <c>contact.email</c>.</summary>
    public string FullKey(string key) => prefix.Length == 0 ? key : $"{prefix}.{key}";

    /// <summary>The value's node; null when the key is absent or empty.</summary>
    public YamlNode? Node(string key)
    {
        asked.Add(key);
        foreach (var entry in mapping.Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry.Value is YamlScalar { IsNull: true } ? null : entry.Value;
        }
        return null;
    }

    /// <summary>The value as a scalar; anything else is a fault.</summary>
    public YamlScalar? Scalar(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                Scope.Error(FaultCodes.ExpectedText, other.Line, FullKey(key));
                return null;
        }
    }

    /// <summary>A text; a blank one counts as absent.</summary>
    public string? Text(string key) => Scalar(key) is { } scalar && !string.IsNullOrWhiteSpace(scalar.Value) ? scalar.Value : null;

    /// <summary>A text that must be there.</summary>
    public string? RequiredText(string key)
    {
        var text = Text(key);
        if (text is null && Node(key) is null or YamlScalar)
            Missing(key);
        return text;
    }

    /// <summary>Reports that a required key is absent.</summary>
    public void Missing(string key) => Scope.Error(FaultCodes.MissingKey, Line, FullKey(key));

    /// <summary>A value that a parser understands; a fault with the code when it does not.</summary>
    public T? Value<T>(string key, string faultCode, Func<string, T?> parse)
        where T : struct
    {
        if (Scalar(key) is not { } scalar || scalar.Value.Length == 0)
            return null;
        var value = parse(scalar.Value);
        if (value is null)
            Scope.Error(faultCode, scalar.Line, FullKey(key), scalar.Value);
        return value;
    }

    /// <summary>A text that a test accepts; a fault with the code and null when it does not.</summary>
    public string? Checked(string key, string faultCode, Func<string, bool> isValid)
    {
        if (Scalar(key) is not { } scalar || string.IsNullOrWhiteSpace(scalar.Value))
            return null;
        if (isValid(scalar.Value))
            return scalar.Value;
        Scope.Error(faultCode, scalar.Line, FullKey(key), scalar.Value);
        return null;
    }

    public bool? Flag(string key) => Value<bool>(key, FaultCodes.BadFlag, static text => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    });

    public int? Integer(string key) => Value<int>(key, FaultCodes.BadNumber, static text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>One of the words of a table.</summary>
    public T? Choice<T>(string key, EnumTable<T> table)
        where T : struct, Enum
    {
        if (Scalar(key) is not { } scalar)
            return null;
        var value = table.Find(scalar.Value);
        if (value is null)
            BadChoice(scalar, key, table.Words);
        return value;
    }

    /// <summary>Words of a table, each once.</summary>
    public ImmutableArray<T> Choices<T>(string key, EnumTable<T> table)
        where T : struct, Enum
    {
        if (Node(key) is null)
            return [];
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var scalar in Scalars(key))
        {
            if (table.Find(scalar.Value) is not { } value)
                BadChoice(scalar, key, table.Words);
            else if (!values.Contains(value))
                values.Add(value);
        }
        return values.DrainToImmutable();
    }

    /// <summary>Reports a word that is not of a closed list.</summary>
    public void BadChoice(YamlScalar scalar, string key, IEnumerable<string> words)
    {
        var list = words.ToList();
        Scope.Error(FaultCodes.BadChoice, scalar.Line, FullKey(key), scalar.Value, string.Join(", ", list), Suggestion.Sentence(scalar.Value, list));
    }

    /// <summary>The elements of a list; a single scalar counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> List(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequence sequence:
                return sequence.Items;
            case YamlScalar scalar:
                return [scalar];
            case var other:
                Scope.Error(FaultCodes.ExpectedList, other.Line, FullKey(key));
                return [];
        }
    }

    /// <summary>The scalars of a list; empty ones and other things are faults.</summary>
    public IEnumerable<YamlScalar> Scalars(string key)
    {
        foreach (var node in List(key))
        {
            if (node is YamlScalar scalar && !string.IsNullOrWhiteSpace(scalar.Value))
                yield return scalar;
            else
                Scope.Error(FaultCodes.ExpectedText, node.Line, FullKey(key));
        }
    }

    /// <summary>A list of texts that a test accepts; the others are faults with the code.</summary>
    public ImmutableArray<string> Texts(string key, string? faultCode = null, Func<string, bool>? isValid = null)
    {
        if (Node(key) is null)
            return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in Scalars(key))
        {
            if (isValid is null || isValid(scalar.Value))
                texts.Add(scalar.Value);
            else
                Scope.Error(faultCode!, scalar.Line, FullKey(key), scalar.Value);
        }
        return texts.DrainToImmutable();
    }

    /// <summary>A nested mapping.</summary>
    public MappingReader? Map(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMapping map:
                return new(map, Scope, FullKey(key));
            case var other:
                Scope.Error(FaultCodes.ExpectedMapping, other.Line, FullKey(key));
                return null;
        }
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<MappingReader> Maps(string key)
    {
        foreach (var node in List(key))
        {
            if (node is YamlMapping map)
                yield return new(map, Scope, FullKey(key));
            else
                Scope.Error(FaultCodes.ExpectedMapping, node.Line, FullKey(key));
        }
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var entry in mapping.Entries)
        {
            if (!asked.Contains(entry.Key))
                Scope.Error(FaultCodes.UnknownKey, entry.Line, FullKey(entry.Key), Suggestion.Sentence(entry.Key, asked));
        }
    }

    private void ReportDuplicates()
    {
        var entries = mapping.Entries;
        for (var i = 1; i < entries.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!string.Equals(entries[i].Key, entries[j].Key, StringComparison.Ordinal))
                    continue;
                Scope.Error(FaultCodes.DuplicateKey, entries[i].Line, FullKey(entries[i].Key), entries[j].Line);
                break;
            }
        }
    }
}
