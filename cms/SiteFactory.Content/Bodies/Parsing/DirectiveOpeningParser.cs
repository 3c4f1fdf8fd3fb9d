using System.Collections.Immutable;

namespace SiteFactory.Content.Bodies.Parsing;

/// <summary>Reads what follows the colons: <c>gallery</c>, <c>news {topic=dechets limit=3}</c>, <c>fiche {title="Un titre"}</c>.</summary>
internal ref struct DirectiveOpeningParser
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ImmutableArray<DirectiveAttribute>.Builder _attributes = ImmutableArray.CreateBuilder<DirectiveAttribute>();
    private readonly ImmutableArray<(string, string)>.Builder _problems = ImmutableArray.CreateBuilder<(string, string)>();
    private int _at;

    private DirectiveOpeningParser(ReadOnlySpan<char> text) => _text = text;

    public static DirectiveOpening Parse(ReadOnlySpan<char> text)
    {
        var parser = new DirectiveOpeningParser(text);
        var name = parser.Until(" \t{").ToString();
        parser.SkipSpaces();
        parser.ReadBraces();
        return new(name, parser._attributes.ToImmutable(), parser._problems.ToImmutable());
    }

    private readonly bool AtEnd => _at >= _text.Length;

    private void ReadBraces()
    {
        if (AtEnd)
            return;
        if (_text[_at] != '{')
        {
            _problems.Add(("directive-braces", _text[_at..].ToString()));
            return;
        }
        _at++;
        SkipSpaces();
        while (!AtEnd && _text[_at] != '}')
        {
            ReadAttribute();
            SkipSpaces();
        }
        if (AtEnd || _at != _text.Length - 1)
            _problems.Add(("directive-brace-open", _text.ToString()));
    }

    private void ReadAttribute()
    {
        var name = Until(" \t=}").ToString();
        if (AtEnd || _text[_at] != '=' || name.Length == 0)
        {
            _problems.Add(("directive-attribute-value", name.Length == 0 ? _text[_at..].ToString() : name));
            if (!AtEnd && _text[_at] == '=')
                _at++;
            return;
        }
        _at++;
        var value = ReadValue(name);
        if (_attributes.Any(a => a.Name == name))
            _problems.Add(("directive-attribute-twice", name));
        else
            _attributes.Add(new(name, value));
    }

    private string ReadValue(string name)
    {
        if (AtEnd || _text[_at] is not ('"' or '\''))
            return Until(" \t}").ToString();
        var quote = _text[_at++];
        var end = _text[_at..].IndexOf(quote);
        if (end < 0)
        {
            _problems.Add(("directive-quote-open", name));
            end = _text.Length - _at;
        }
        var value = _text.Slice(_at, end).ToString();
        _at = Math.Min(_text.Length, _at + end + 1);
        return value;
    }

    private ReadOnlySpan<char> Until(ReadOnlySpan<char> stops)
    {
        var length = _text[_at..].IndexOfAny(stops);
        var found = length < 0 ? _text[_at..] : _text.Slice(_at, length);
        _at += found.Length;
        return found;
    }

    private void SkipSpaces()
    {
        while (!AtEnd && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
