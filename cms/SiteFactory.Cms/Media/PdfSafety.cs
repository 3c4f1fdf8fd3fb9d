using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SiteFactory.Cms.Media;

/// <summary>Finds what a PDF file could do beside being read: scripts, programs to start, films.</summary>
public static partial class PdfSafety
{
    // What a file's object streams may hold once unpacked; real ones hold a few megabytes.
    private const int LargestObjects = 64 << 20;

    /// <summary>Whether the file says that it is one.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-1."u8) || head.StartsWith("%PDF-2."u8);

    /// <summary>The name of what is dangerous; null when nothing is.</summary>
    public static string? Danger(byte[] file)
    {
        var left = LargestObjects;
        var at = 0;
        var outside = new StringBuilder();
        while (at < file.Length)
        {
            var start = Find(file, "stream"u8, at);
            var end = start < 0 ? file.Length : start;
            outside.Append(Encoding.Latin1.GetString(file, at, end - at));
            if (start < 0)
                break;
            var dictionary = Encoding.Latin1.GetString(file, Math.Max(at, start - 512), start - Math.Max(at, start - 512));
            var data = start + "stream".Length;
            var close = Find(file, "endstream"u8, data);
            close = close < 0 ? file.Length : close;
            if (dictionary[Math.Max(0, dictionary.LastIndexOf(" obj", StringComparison.Ordinal))..].Contains("/ObjStm", StringComparison.Ordinal))
            {
                if (Unpacked(file, data, close, ref left) is not { } objects)
                    return MediaTexts.T["PdfHidden"];
                outside.Append(objects);
            }
            at = close + "endstream".Length;
        }
        return Named(outside.ToString());
    }

    private static string? Named(string objects)
    {
        // A name may be written with codes: /J#61vaScript.
        var plain = NameCode().Replace(objects, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());
        var match = Active().Match(plain);
        return !match.Success ? null : match.Groups["name"].Value switch
        {
            "JS" or "JavaScript" => MediaTexts.T["PdfScript"],
            "Launch" => MediaTexts.T["PdfLaunch"],
            _ => MediaTexts.T["PdfMedia"],
        };
    }

    private static string? Unpacked(byte[] file, int start, int end, ref int left)
    {
        while (start < end && file[start] is (byte)'\r' or (byte)'\n')
            start++;
        try
        {
            using var packed = new ZLibStream(new MemoryStream(file, start, end - start, writable: false), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 << 10];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                left -= read;
                if (left < 0)
                    return null;
                unpacked.Write(buffer, 0, read);
            }
            return Encoding.Latin1.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            // Encrypted or packed in another way: what it holds cannot be known.
            return null;
        }
    }

    private static int Find(byte[] file, ReadOnlySpan<byte> word, int from)
    {
        var found = file.AsSpan(Math.Min(from, file.Length)).IndexOf(word);
        return found < 0 ? -1 : found + from;
    }

    [GeneratedRegex("#(?<code>[0-9a-fA-F]{2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NameCode();

    [GeneratedRegex(@"/(?<name>JavaScript|JS|Launch|RichMedia|Movie|Sound)(?=[\s/<>\[\]()]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Active();
}
