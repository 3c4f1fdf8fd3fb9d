using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace SiteFactory.Generator.Render;

/// <summary>
/// All that ASP.NET Core's renderer is given: letters with accents are written as they are, and components are made by their
/// constructor. The framework's own activator compiles an expression for each component type, which pays in a server that
/// runs for days, and costs a build of one site a tenth of its time.
/// </summary>
internal sealed class RendererServices : IServiceProvider, IComponentActivator
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public object? GetService(Type serviceType) =>
        serviceType == typeof(HtmlEncoder) ? Encoder
        : serviceType == typeof(IComponentActivator) ? this
        : null;

    /// <inheritdoc/>
    public IComponent CreateInstance([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
