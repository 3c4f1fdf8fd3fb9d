using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SiteFactory.Content.Yaml;

namespace SiteFactory.Content.Tests.Yaml;

/// <summary>The fast reader either gives the general parser's answer, or none.</summary>
public class SimpleYamlTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20261122, 7919).WithMaxTest(4000);

    private static readonly Gen<string> Fragment = Gen.Elements(
        "title", "a", "B", "key", ":", ": ", " ", "  ", "\"", "'", "[", "]", "{", "}", ",", ", ", "#", " #", "-", "- ", "---", "\n", "\n", "\n\n", "\r\n",
        "é", "œuvre", "’", "\u00a0", "1", "12:30", "2026-01-01", "https://a.b/c?d=e&f", "~", "null", "true", "&x", "*x", "!t", "|", ">", "%", "@", "`", "?", "\\",
        "\\n", "\t", "\u0085", "\u2028", "🎄", "e\u0301", "\"a b\"", "\"\"", "[a, \"b\"]", "[]", "{ a: b }", "{\"a\": 1}", "{}", "a: 1", "b: [x, y]", "/", "+33 3", ";", "=", "(x)", "«");

    private static readonly Gen<string> Line =
        from key in Gen.Elements("title: ", "a: ", "b:", "c : ", "", " d: ")
        from value in Gen.ListOf(Fragment)
        select key + string.Concat(value.Take(6));

    private static readonly Gen<string> Text = Gen.ListOf(Line).Select(l => string.Join('\n', l.Take(4)));

    [Fact]
    public void Both_readers_agree() => Check.One(Fixed, Prop.ForAll(Text.ToArbitrary(), text =>
    {
        if (SimpleYaml.TryRead(text, 2) is { } simple)
            Assert.Equal(Show(YamlTree.ReadWithParser(text, 2)), Show(simple));
    }));

    [Theory]
    [InlineData("title: Bonjour")]
    [InlineData("title: \"Le portage : ce qui change\"\ndate: \"2025-10-11T15:59:00+01:00\"\ntopics: [\"travaux\"]")]
    [InlineData("location: {\"name\": \"Salle\", \"geo\": [47.42026, -5.1]}")]
    [InlineData("rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")]
    [InlineData("start: 2026-09-16T16:30\nprice: 3 €, gratuit pour les moins de 16 ans")]
    [InlineData("url: https://example.org/a?b=c")]
    [InlineData("summary: null\nfiles: []\nname: -5")]
    public void Ordinary_front_matter_takes_the_fast_way(string text)
    {
        var simple = SimpleYaml.TryRead(text, 2);
        Assert.NotNull(simple);
        Assert.Equal(Show(YamlTree.ReadWithParser(text, 2)), Show(simple));
    }

    [Theory]
    [InlineData("a: &x b")]
    [InlineData("a: *x")]
    [InlineData("a: !!str b")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("? [a]\n: b")]
    public void Yaml_beyond_the_format_is_refused(string text) =>
        Assert.Equal(YamlProblem.Unsupported, Assert.Throws<YamlProblemException>(() => YamlTree.Read(text, 1)).Problem);

    [Fact]
    public void Depth_is_bounded()
    {
        var text = "a: " + new string('[', 5000) + new string(']', 5000);
        Assert.Throws<YamlProblemException>(() => YamlTree.Read(text, 1));
    }

    private static string Show(YamlNode? node)
    {
        var text = new StringBuilder();
        Show(node, text);
        return text.ToString();
    }

    private static void Show(YamlNode? node, StringBuilder text)
    {
        text.Append(node?.Line);
        if (node is YamlScalar scalar)
            text.Append('<').Append(scalar.Value).Append('>').Append(scalar.IsNull);
        foreach (var item in (node as YamlSequence)?.Items ?? [])
            Show(item, text.Append(" - "));
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
            Show(entry.Value, text.Append(" | ").Append(entry.Line).Append(entry.Key).Append('='));
    }
}
