namespace SiteFactory.Content.Faults;

/// <summary>Something wrong inside one value: a recurrence rule, an opening-hours string. Who knows the file makes a <see cref="Fault"/> of it.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Position">0-based index in the value of the first wrong character.</param>
public sealed record TextFault(string Code, FaultSeverity Severity, int Position, string Message, string Cure)
{
    /// <summary>The same fault at its place in the content folder.</summary>
    public Fault At(string? site, string file, int? line, string? key) => new(Code, Severity, site, file, line, key, Message, Cure);
}
