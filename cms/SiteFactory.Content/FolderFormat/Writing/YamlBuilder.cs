using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes one mapping key by key: a key a line, or all on one line between braces. Absent values are left out.</summary>
internal sealed class YamlBuilder
{
    private readonly StringBuilder text = new();
    private readonly string indent;
    private readonly bool isFlow;

    private YamlBuilder(string indent, bool isFlow)
    {
        this.indent = indent;
        this.isFlow = isFlow;
    }

    /// <summary>A mapping of one key a line.</summary>
    public static YamlBuilder Block(string indent = "") => new(indent, isFlow: false);

    /// <summary>A mapping between braces.</summary>
    public static YamlBuilder Flow() => new("", isFlow: true);

    public bool IsEmpty => text.Length == 0;

    public override string ToString() => isFlow ? text.Length == 0 ? "{}" : $"{{ {text} }}" : text.ToString();

    public YamlBuilder Text(string key, string? value) => value is null ? this : Raw(key, YamlText.Scalar(value));

    public YamlBuilder Flag(string key, bool? value, bool? unless = null) =>
        value is null || value == unless ? this : Raw(key, value.Value ? "true" : "false");

    public YamlBuilder Number(string key, int? value, int? unless = null) =>
        value is null || value == unless ? this : Raw(key, value.Value.ToString(CultureInfo.InvariantCulture));

    public YamlBuilder Number(string key, double? value) => value is null ? this : Raw(key, Plain(value.Value));

    public YamlBuilder Choice<T>(string key, EnumTable<T> table, T? value, T? unless = null)
        where T : struct, Enum =>
        value is null || EqualityComparer<T?>.Default.Equals(value, unless) ? this : Raw(key, table.Text(value.Value));

    public YamlBuilder Texts(string key, ImmutableArray<string> values) =>
        values.IsDefaultOrEmpty ? this : Raw(key, FlowList(values.Select(YamlText.Scalar)));

    public YamlBuilder Geo(string key, GeoPoint? point) =>
        point is { } p ? Raw(key, FlowList([Plain(p.Latitude), Plain(p.Longitude)])) : this;

    public YamlBuilder Day(string key, LocalDate? date) => date is { } d ? Raw(key, TimeWriter.Day(d)) : this;

    public YamlBuilder Local(string key, LocalDateTime? time) => time is { } t ? Raw(key, TimeWriter.Local(t)) : this;

    public YamlBuilder Instant(string key, Instant? instant, DateTimeZone zone) =>
        instant is { } i ? Raw(key, TimeWriter.Instant(i, zone)) : this;

    /// <summary>A nested mapping, on one line.</summary>
    public YamlBuilder Map(string key, YamlBuilder? map) => map is null ? this : Raw(key, map.ToString());

    /// <summary>A nested mapping, below the key; nothing when it is empty.</summary>
    public YamlBuilder Nested(string key, YamlBuilder map)
    {
        if (map.IsEmpty)
            return Raw(key, "{}");
        text.Append(indent).Append(key).Append(":\n").Append(map);
        return this;
    }

    /// <summary>A list of mappings, one a line.</summary>
    public YamlBuilder Maps(string key, IEnumerable<YamlBuilder> maps)
    {
        text.Append(indent).Append(key).Append(":\n");
        foreach (var map in maps)
            text.Append(indent).Append("  - ").Append(map).Append('\n');
        return this;
    }

    /// <summary>A list of mappings of one key a line; each is made with four more spaces than this one.</summary>
    public YamlBuilder Blocks(string key, IEnumerable<YamlBuilder> maps)
    {
        var list = maps.Select(m => $"{indent}  - {m.ToString().TrimStart()}").ToList();
        if (list.Count == 0)
            return Raw(key, "[]");
        text.Append(indent).Append(key).Append(":\n").AppendJoin("", list);
        return this;
    }

    /// <summary>A file that is a list of mappings of one key a line; each is made with two spaces.</summary>
    public static string List(IEnumerable<YamlBuilder> maps) => string.Concat(maps.Select(m => $"- {m.ToString().TrimStart()}")) is { Length: > 0 } list ? list : "[]\n";

    /// <summary>A value that is YAML already.</summary>
    public YamlBuilder Raw(string key, string yaml)
    {
        if (isFlow)
            text.Append(text.Length == 0 ? "" : ", ").Append(key).Append(": ").Append(yaml);
        else
            text.Append(indent).Append(key).Append(": ").Append(yaml).Append('\n');
        return this;
    }

    public static string FlowList(IEnumerable<string> values) => $"[{string.Join(", ", values)}]";

    /// <summary>The shortest digits that read back as the same number.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
