using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>Renders whole pages as the generator joins them.</summary>
internal static class ThemeRenderer
{
    public static TerritoireTheme Theme { get; } = new();

    public static string Page(SampleModels samples, PageHead head, PageMain main, string? section)
    {
        var shell = samples.Shell;
        return $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            {Render(Theme.Head(head, shell))}
            </head>
            <body>
            {Render(Theme.Header(shell, section))}
            {Render(Theme.Main(main))}
            {Render(Theme.Footer(shell))}
            </body>
            </html>

            """;
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser(new() { IsKeepingSourceReferences = true }).ParseDocument(html);

    public static string Render(RenderFragment fragment)
    {
        using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Host.Fragment)] = fragment });
            var root = await renderer.RenderComponentAsync<Host>(parameters);
            return root.ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    private sealed class Host : IComponent
    {
        private RenderHandle _handle;

        [Parameter] public RenderFragment Fragment { get; set; } = _ => { };

        public void Attach(RenderHandle renderHandle) => _handle = renderHandle;

        public Task SetParametersAsync(ParameterView parameters)
        {
            _handle.Render(parameters.GetValueOrDefault<RenderFragment>(nameof(Fragment))!);
            return Task.CompletedTask;
        }
    }
}
