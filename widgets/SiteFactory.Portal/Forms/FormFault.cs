using System.Collections.Immutable;

namespace SiteFactory.Portal.Forms;

/// <summary>What is wrong in the definition of a form, in French for the person who wrote it.</summary>
/// <param name="Line">1-based.</param>
public sealed record FormFault(string File, int Line, string Message)
{
    public override string ToString() => $"{File}, ligne {Line}{(char)0xA0}: {Message}";
}

/// <summary>What came of reading one definition.</summary>
/// <param name="Form">Null when there are faults.</param>
public sealed record FormReading(FormDefinition? Form, ImmutableArray<FormFault> Faults);

/// <summary>Definitions that cannot be used.</summary>
public sealed class FormFaultsException(ImmutableArray<FormFault> faults) : Exception(string.Join('\n', faults))
{
    public ImmutableArray<FormFault> Faults { get; } = faults;
}
