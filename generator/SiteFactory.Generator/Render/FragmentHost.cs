using Microsoft.AspNetCore.Components;

namespace SiteFactory.Generator.Render;

/// <summary>Shows one fragment: what the renderer is given as its root.</summary>
internal sealed class FragmentHost : IComponent
{
    private RenderHandle _handle;

    [Parameter]
    public RenderFragment Fragment { get; set; } = _ => { };

    public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        _handle.Render(parameters.GetValueOrDefault<RenderFragment>(nameof(Fragment))!);
        return Task.CompletedTask;
    }
}
