using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SiteFactory.Content.Faults;

namespace SiteFactory.Content.FolderFormat.Faults;

/// <summary>The file being read: collects its faults and what it refers to.</summary>
internal sealed class FileScope(string? site, string file)
{
    private List<Fault>? faults;
    private List<Reference>? references;

    public string? Site => site;

    public string File => file;

    public ImmutableArray<Fault> Faults => faults is null ? [] : [.. faults];

    public ImmutableArray<Reference> References => references is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(references.ToArray());

    /// <summary>Adds an error; its words come from the resources, filled with the arguments.</summary>
    public void Error(string code, int? line, string? key, params ReadOnlySpan<object?> args) =>
        Add(FaultSeverity.Error, code, line, key, args);

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, int? line, string? key, params ReadOnlySpan<object?> args) =>
        Add(FaultSeverity.Warning, code, line, key, args);

    /// <summary>Remembers that the file names something that must exist elsewhere; checked when everything is read.</summary>
    public void Refer(ReferenceKind kind, string value, int line, string key) =>
        (references ??= new(4)).Add(new(kind, value, line, key));

    /// <summary>Adds what another parser found inside a value.</summary>
    public void Add(TextFault fault, int? line, string? key) => (faults ??= []).Add(fault.At(site, file, line, key));

    private void Add(FaultSeverity severity, string code, int? line, string? key, ReadOnlySpan<object?> args) =>
        (faults ??= []).Add(FaultTexts.Fault(severity, code, site, file, line, key, args));
}
