using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SiteFactory.Portal.Pages;

/// <summary>Answers with a component as the whole page.</summary>
internal static class Render
{
    public static IResult Page<T>(object parameters, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new RazorComponentResult<T>(parameters) { StatusCode = status, PreventStreamingRendering = true };

    public static IResult Message(ShellModel shell, string text, int status, string? linkUrl = null, string? linkText = null) =>
        Page<MessagePage>(new { Shell = shell, Text = text, LinkUrl = linkUrl, LinkText = linkText }, status);
}
