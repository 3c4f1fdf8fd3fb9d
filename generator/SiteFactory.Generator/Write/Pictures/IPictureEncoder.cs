using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>Makes the files that the plan asks for, or finds them made already.</summary>
public interface IPictureEncoder : IAsyncDisposable
{
    /// <summary>
    /// Every variant as a finished file, in the order asked. A picture that cannot be read gives a fault and no files.
    /// Throws <see cref="PictureToolException"/> when the machine lacks what it takes.
    /// </summary>
    Task<PictureEncoding> EncodeAsync(PictureSource source, ImmutableArray<PictureVariant> variants, CancellationToken cancellation);
}

/// <param name="Files">One path a variant; empty with a fault.</param>
/// <param name="Made">How many were made now; the others were in the cache.</param>
public sealed record PictureEncoding(ImmutableArray<string> Files, int Made, Fault? Fault);

/// <summary>Node.js or sharp is missing, too old, or keeps failing: the environment's fault, not the content's. Message in French.</summary>
public sealed class PictureToolException(string message, Exception? inner = null) : Exception(message, inner);
