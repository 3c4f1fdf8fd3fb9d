using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiteFactory.Content.Sheets;

/// <summary>A part of a sheet's text. The set is closed; whoever shows sheets answers every kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SheetParagraph), "p")]
[JsonDerivedType(typeof(SheetSection), "section")]
[JsonDerivedType(typeof(SheetList), "list")]
[JsonDerivedType(typeof(SheetChoices), "choices")]
[JsonDerivedType(typeof(SheetNote), "note")]
[JsonDerivedType(typeof(SheetTable), "table")]
[JsonDerivedType(typeof(SheetFigure), "figure")]
[JsonDerivedType(typeof(SheetOffice), "office")]
[JsonDerivedType(typeof(SheetService), "service")]
[JsonDerivedType(typeof(SheetLinks), "links")]
public abstract record SheetBlock;

public sealed record SheetParagraph : SheetBlock
{
    public ImmutableArray<SheetInline> Text { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A chapter or what stands below one.</summary>
/// <param name="Kind"><c>pieces</c> (what to bring), <c>important</c>, or null.</param>
public sealed record SheetSection(string? Kind = null) : SheetBlock
{
    public ImmutableArray<SheetInline> Title { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

public sealed record SheetList(bool Ordered = false) : SheetBlock
{
    public ImmutableArray<SheetPart> Items { get => field.IsDefault ? [] : field; init; }
}

/// <summary>What one item, choice or notice holds.</summary>
public sealed record SheetPart
{
    public string? Title { get; init; }

    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

/// <summary>How the official site lets its reader choose.</summary>
public enum SheetDisplay
{
    /// <summary>Situations and cases side by side.</summary>
    Tabs,

    /// <summary>One answer of several.</summary>
    Radio,

    /// <summary>One after the other.</summary>
    Steps,
}

/// <summary>Situations or cases, of which the reader needs one.</summary>
/// <param name="IsSituation">The sheet's own situations: each holds chapters.</param>
public sealed record SheetChoices(SheetDisplay Display, bool IsSituation = false) : SheetBlock
{
    public ImmutableArray<SheetPart> Choices { get => field.IsDefault ? [] : field; init; }
}

/// <summary>What stands in a box.</summary>
public enum SheetNoteKind
{
    /// <summary>"À savoir".</summary>
    Know,

    /// <summary>"Attention".</summary>
    Warning,

    /// <summary>"À noter".</summary>
    Note,

    /// <summary>"Rappel".</summary>
    Reminder,

    /// <summary>A notice about the whole sheet: news that it does not take in yet.</summary>
    Notice,

    /// <summary>What only holds in the situation that the title names.</summary>
    Case,
}

/// <summary>A box.</summary>
/// <param name="Date">Of a notice: <c>2020-11-03</c>.</param>
public sealed record SheetNote(SheetNoteKind Kind, string? Title = null, string? Date = null) : SheetBlock
{
    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

public sealed record SheetTable(string? Caption = null, string? Summary = null) : SheetBlock
{
    /// <summary>Whether the first column names its rows.</summary>
    public bool HeaderColumn { get; init; }

    public ImmutableArray<SheetRow> Rows { get => field.IsDefault ? [] : field; init; }
}

public sealed record SheetRow(bool Header = false)
{
    public ImmutableArray<SheetCell> Cells { get => field.IsDefault ? [] : field; init; }
}

/// <param name="Columns">How many columns it spans; 0 and 1 are the same.</param>
/// <param name="Rows">How many rows it spans.</param>
public sealed record SheetCell(int Columns = 0, int Rows = 0)
{
    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A picture of the official site, described: the open data names its file and does not bring it.</summary>
public sealed record SheetFigure(string? Alternative = null, string? Caption = null, string? Credit = null) : SheetBlock
{
    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

/// <summary>Where to go.</summary>
/// <param name="Pivot">What kind of office it is: <c>mairie</c>, <c>prefecture</c>; null when there is one only.</param>
/// <param name="Address">Where to find the nearest one, or its own site.</param>
/// <param name="Detail">"Si vous habitez à Paris".</param>
public sealed record SheetOffice(string Title, string? Pivot = null, string? Address = null, string? Detail = null, string? Source = null) : SheetBlock
{
    /// <summary>The pivot of town halls.</summary>
    public const string TownHall = "mairie";

    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }
}

/// <summary>An online service, a form, a model letter, a simulator.</summary>
/// <param name="Kind">"Téléservice", "Formulaire", "Modèle de document", "Simulateur"…</param>
/// <param name="Cerfa">"12100*02".</param>
/// <param name="Detail">"PDF, 79,4 Ko".</param>
public sealed record SheetService(
    string Title, string Kind, string? Address = null, string? Source = null, string? Cerfa = null, string? Detail = null) : SheetBlock
{
    public ImmutableArray<SheetBlock> Blocks { get => field.IsDefault ? [] : field; init; }

    /// <summary>Notices and forms that go with it.</summary>
    public ImmutableArray<SheetService> Annexes { get => field.IsDefault ? [] : field; init; }
}

/// <summary>Links to read on: the sheets of a dossier, the dossiers of a theme.</summary>
public sealed record SheetLinks(string? Title = null) : SheetBlock
{
    public ImmutableArray<SheetLink> Links { get => field.IsDefault ? [] : field; init; }
}
