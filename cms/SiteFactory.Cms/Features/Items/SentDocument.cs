using Microsoft.AspNetCore.Mvc.ModelBinding;
using SiteFactory.Cms.Media;

namespace SiteFactory.Cms.Features.Items;

/// <summary>The field of a form that takes a document: the input <see cref="Input"/> sends one, the field beside it names one of the library.</summary>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">A sentence that helps.</param>
public sealed record SentDocument(string Label, string Hint)
{
    /// <summary>The input's name.</summary>
    public const string Input = "Upload";

    /// <summary>As large as a form with a document may be: the file, and a mebibyte for the words.</summary>
    public const long MostBytes = UploadCheck.LargestDocument + (1 << 20);

    /// <summary>Keeps the file that was sent with the form, if one was.</summary>
    /// <param name="field">The field that names a file of the library: it shows the new one, or what is wrong with it.</param>
    /// <returns>Its path, <c>media/x.pdf</c>; null: none was sent, or it was refused.</returns>
    public static async Task<string?> TakeAsync(HttpRequest request, MediaLibrary library, ModelStateDictionary state, string field, CancellationToken cancellation)
    {
        if (!request.HasFormContentType || request.Form.Files.GetFile(Input) is not { Length: > 0 } sent)
            return null;
        try
        {
            await using var content = sent.OpenReadStream();
            var path = (await library.AddAsync(sent.FileName, content, cancellation)).Path;
            state.Remove(field);
            return path;
        }
        catch (UploadRefusedException e)
        {
            state.AddModelError(field, e.Message);
            return null;
        }
    }
}
