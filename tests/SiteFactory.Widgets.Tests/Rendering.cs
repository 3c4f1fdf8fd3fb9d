using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace SiteFactory.Widgets.Tests;

/// <summary>Renders fragments as the generator does.</summary>
internal static class Rendering
{
    public static string Html(RenderFragment fragment)
    {
        var services = new ServiceCollection();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        using var provider = services.BuildServiceProvider();
        using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Fragment"] = fragment });
            return (await renderer.RenderComponentAsync<FragmentHost>(parameters)).ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    private sealed class FragmentHost : ComponentBase
    {
        [Parameter] public RenderFragment Fragment { get; set; } = default!;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Fragment);
    }
}
