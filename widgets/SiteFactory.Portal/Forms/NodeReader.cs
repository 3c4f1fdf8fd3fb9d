using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Theming.French;
using YamlDotNet.RepresentationModel;

namespace SiteFactory.Portal.Forms;

/// <summary>Takes typed values from one mapping; what is missing or wrong becomes a fault, and reading goes on.</summary>
internal sealed class NodeReader
{
    private readonly YamlMappingNode _node;
    private readonly FaultList _faults;

    public NodeReader(YamlMappingNode node, FaultList faults, string[] keys)
    {
        (_node, _faults) = (node, faults);
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!keys.Contains(key.Value))
                faults.Add(Line(key), "UnknownKey", key.Value ?? "", string.Join(", ", keys));
        }
    }

    public bool Has(string key) => Child(key) is not null;

    public string Text(string key)
    {
        if (OptionalText(key) is { Length: > 0 } text)
            return text;
        _faults.Add(Line(_node), "Missing", key);
        return "";
    }

    public string? OptionalText(string key) => Child(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value?.Trim(),
        var other => Fault<string>(other, "NotText", key),
    };

    /// <summary>A text that citizens read, with the spaces and apostrophes of French typography.</summary>
    public string Words(string key) => Typeset(Text(key));

    public string? OptionalWords(string key) => OptionalText(key) is { Length: > 0 } text ? Typeset(text) : null;

    public ImmutableArray<string> Texts(string key) => Child(key) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(n => n.Value ?? "")],
        var other => [.. Fault<string[]>(other, "NotTexts", key) ?? []],
    };

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => Fault<string>(Child(key)!, "NotFlag", key) is not null,
    };

    public int? Number(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        _faults.Add(Line(Child(key)!), "NotNumber", key, text);
        return null;
    }

    public LocalDate Date(string key)
    {
        if (LocalDatePattern.Iso.Parse(Text(key)) is { Success: true } parsed)
            return parsed.Value;
        _faults.Add(Line(_node), "NotDate", key);
        return default;
    }

    /// <summary>A member's name, in lower case as YAML has it.</summary>
    public T Enum<T>(string key, T? otherwise)
        where T : struct, Enum
    {
        if (OptionalText(key) is not { } text)
        {
            if (otherwise is null)
                _faults.Add(Line(_node), "Missing", key);
            return otherwise ?? default;
        }
        if (System.Enum.TryParse<T>(text, ignoreCase: true, out var value) && System.Enum.IsDefined(value) && char.IsAsciiLetter(text[0]))
            return value;
        _faults.Add(Line(Child(key)!), "NotOneOf", key, text, string.Join(", ", System.Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])));
        return default;
    }

    public NodeReader? Mapping(string key, string[] keys, bool quiet = false) => Child(key) switch
    {
        null => null,
        YamlMappingNode node => new(node, _faults, keys),
        var other => quiet ? null : Fault<NodeReader>(other, "NotMapping", key),
    };

    public IEnumerable<NodeReader> Mappings(string key, string[] keys)
    {
        if (Child(key) is not { } child)
            return [];
        if (child is YamlSequenceNode list && list.All(n => n is YamlMappingNode))
            return [.. list.Cast<YamlMappingNode>().Select(n => new NodeReader(n, _faults, keys))];
        _faults.Add(Line(child), "NotMappings", key);
        return [];
    }

    public static int Line(YamlNode node) => (int)node.Start.Line;

    // The heading's face has no narrow space: the wider one is seen everywhere.
    private static string Typeset(string text) => FrenchText.Typeset(text).Replace(FrenchText.NarrowNoBreakSpace, FrenchText.NoBreakSpace);

    private YamlNode? Child(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private T? Fault<T>(YamlNode node, string name, string key)
        where T : class
    {
        _faults.Add(Line(node), name, key);
        return null;
    }
}
