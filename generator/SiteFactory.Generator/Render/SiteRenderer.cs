using System.Collections.Concurrent;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan;
using SiteFactory.Theming;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Render;

/// <summary>Main parts that several sites show, rendered once. Shared by the sites of one run.</summary>
public sealed class SharedMains
{
    private readonly ConcurrentDictionary<Fingerprint, byte[]> _mains = new();

    internal bool TryGet(Fingerprint inputs, out byte[] bytes) => _mains.TryGetValue(inputs, out bytes!);

    internal void Keep(Fingerprint inputs, byte[] bytes) => _mains[inputs] = bytes;
}

/// <summary>One page's bytes, and where its main part lies in them.</summary>
internal readonly record struct RenderedPage(byte[] Bytes, Range Main);

/// <summary>Renders the pages of one site; header and footer once. Safe for several threads, each with its own renderer.</summary>
internal sealed class SiteRenderer(ITheme theme, SiteShell shell, SharedMains shared)
{
    private readonly ConcurrentDictionary<string, byte[]> _headers = new();
    private byte[]? _footer;

    public RenderedPage Render(PageOutput output, FragmentRenderer renderer)
    {
        var page = output.Page;
        var header = Header(page.Section, renderer);
        var footer = _footer ??= renderer.RenderToBytes(theme.Footer(shell));
        var main = SharedMain(output, renderer);

        var writer = renderer.Writer;
        writer.Clear();
        writer.WriteUtf8("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n"u8);
        renderer.Render(theme.Head(page.Head, shell));
        writer.WriteUtf8("\n</head>\n<body>\n"u8);
        writer.WriteUtf8(header);
        var start = writer.Written.Length;
        if (main is null)
            renderer.Render(theme.Main(page.Main));
        else
            writer.WriteUtf8(main);
        var end = writer.Written.Length;
        writer.WriteUtf8(footer);
        writer.WriteUtf8("\n</body>\n</html>\n"u8);
        return new(writer.Written.ToArray(), start..end);
    }

    private byte[] Header(string? section, FragmentRenderer renderer)
    {
        var key = section ?? "";
        return _headers.TryGetValue(key, out var bytes)
            ? bytes
            : _headers[key] = renderer.RenderToBytes(theme.Header(shell, section));
    }

    private byte[]? SharedMain(PageOutput output, FragmentRenderer renderer)
    {
        if (!output.SharedMain)
            return null;
        if (!shared.TryGet(output.MainInputs, out var bytes))
        {
            bytes = renderer.RenderToBytes(theme.Main(output.Page.Main));
            shared.Keep(output.MainInputs, bytes);
        }
        return bytes;
    }
}
