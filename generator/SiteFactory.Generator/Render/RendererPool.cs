using System.Collections.Concurrent;

namespace SiteFactory.Generator.Render;

/// <summary>Renderers at rest: each is used by one thread at a time.</summary>
internal sealed class RendererPool : IDisposable
{
    private readonly ConcurrentBag<FragmentRenderer> _idle = [];

    public Lease Take() => new(this, _idle.TryTake(out var renderer) ? renderer : new());

    public void Dispose()
    {
        while (_idle.TryTake(out var renderer))
            renderer.Dispose();
    }

    /// <summary>A renderer for as long as it is held.</summary>
    public readonly struct Lease(RendererPool pool, FragmentRenderer renderer) : IDisposable
    {
        public FragmentRenderer Renderer => renderer;

        public void Dispose() => pool._idle.Add(renderer);
    }
}
