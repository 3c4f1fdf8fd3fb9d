using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace SiteFactory.Content.Fingerprints;

/// <summary>A 128-bit digest (XXH128) that stands for a value: equal fingerprints mean equal inputs. Not for secrets.</summary>
public readonly record struct Fingerprint(UInt128 Value)
{
    private const int OnStack = 1024;

    /// <summary>The fingerprint of the bytes.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes) => new(XxHash128.HashToUInt128(bytes));

    /// <summary>The fingerprint of the text's UTF-8 bytes.</summary>
    public static Fingerprint Of(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= OnStack)
        {
            Span<byte> few = stackalloc byte[OnStack];
            return Of(few[..Encoding.UTF8.GetBytes(text, few)]);
        }
        var lent = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return Of(lent.AsSpan(0, Encoding.UTF8.GetBytes(text, lent)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(lent);
        }
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{char})"/>
    public static Fingerprint Of(string text) => Of(text.AsSpan());

    /// <summary>The fingerprint of several texts, in their order; null is not empty.</summary>
    public static Fingerprint OfTexts(params ReadOnlySpan<string?> texts)
    {
        Span<Fingerprint> parts = stackalloc Fingerprint[texts.Length];
        for (var i = 0; i < texts.Length; i++)
            parts[i] = texts[i] is { } text ? Of(text) : default;
        return Combine(parts);
    }

    /// <summary>The fingerprint of several fingerprints, in their order.</summary>
    public static Fingerprint Combine(params ReadOnlySpan<Fingerprint> parts)
    {
        const int Size = 16;
        var length = parts.Length * Size;
        var lent = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = lent is null ? stackalloc byte[OnStack] : lent;
        for (var i = 0; i < parts.Length; i++)
            BinaryPrimitives.WriteUInt128BigEndian(bytes[(i * Size)..], parts[i].Value);
        var combined = Of(bytes[..length]);
        if (lent is not null)
            ArrayPool<byte>.Shared.Return(lent);
        return combined;
    }

    /// <summary>32 hexadecimal digits, lower case.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first ten hexadecimal digits: short enough for a file name.</summary>
    public string Short => ToString()[..10];
}
