using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace SiteFactory.Generator.Render;

/// <summary>
/// Renders fragments to UTF-8, one at a time. ASP.NET Core's renderer keeps every root component it was given, so a new one
/// is taken after a bounded number of fragments.
/// </summary>
internal sealed class FragmentRenderer : IDisposable
{
    private const int FragmentsPerRenderer = 256;

    private readonly RendererServices _services = new();
    private readonly Utf8TextWriter _writer = new();
    private HtmlRenderer? _renderer;
    private int _used;

    /// <summary>Renders into <see cref="Writer"/>, after what is there.</summary>
    public void Render(RenderFragment fragment)
    {
        if (_renderer is null || _used++ >= FragmentsPerRenderer)
            Renew();
        var renderer = _renderer!;
        renderer.Dispatcher.InvokeAsync(() =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(FragmentHost.Fragment)] = fragment });
            renderer.BeginRenderingComponent<FragmentHost>(parameters).WriteHtmlTo(_writer);
        }).GetAwaiter().GetResult();
    }

    /// <summary>Where fragments go.</summary>
    public Utf8TextWriter Writer => _writer;

    /// <summary>One fragment's bytes.</summary>
    public byte[] RenderToBytes(RenderFragment fragment)
    {
        _writer.Clear();
        Render(fragment);
        return _writer.Written.ToArray();
    }

    public void Dispose()
    {
        _renderer?.Dispose();
        _writer.Dispose();
    }

    private void Renew()
    {
        _renderer?.Dispose();
        _renderer = new(_services, NullLoggerFactory.Instance);
        _used = 1;
    }
}
