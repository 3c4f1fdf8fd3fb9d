using System.Collections.Immutable;
using NodaTime;

namespace SiteFactory.Portal.Forms;

/// <summary>A service as data: what is asked, in which order, who handles it, and how long the answers are kept.</summary>
/// <param name="Slug">The last part of its address, unique in the portal.</param>
/// <param name="Category">A <see cref="FormCategory"/>'s slug.</param>
/// <param name="Handler">Who handles it when no rule of the referential says otherwise.</param>
/// <param name="DispatchField">The choice whose answer is the request's category; null: the form's slug is.</param>
/// <param name="PlaceField">The place or address that says where, for the referential and the map; null: nowhere.</param>
/// <param name="RetentionMonths">Months after a request is closed, then its personal data is erased.</param>
/// <param name="Consultation">Set for a questionnaire of a public consultation.</param>
public sealed record FormDefinition(
    string Slug,
    string Title,
    string Summary,
    string Category,
    string Icon,
    ImmutableArray<string> Keywords,
    Handler Handler,
    string? DispatchField,
    string? PlaceField,
    string? Delay,
    string Purpose,
    string LegalBasis,
    int RetentionMonths,
    string? Confirmation,
    ConsultationDates? Consultation,
    ImmutableArray<FormStep> Steps)
{
    /// <summary>Every field, step by step.</summary>
    public IEnumerable<FormField> Fields => Steps.SelectMany(s => s.Fields);

    public FormField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

/// <summary>Who handles a request by itself.</summary>
public enum Handler
{
    /// <summary>The commune that the request is about.</summary>
    Commune,

    /// <summary>The métropole.</summary>
    Metropole,
}

/// <summary>When a consultation takes answers, both days included.</summary>
public sealed record ConsultationDates(LocalDate Opens, LocalDate Closes);

/// <summary>A group of services on the portal's home page.</summary>
public sealed record FormCategory(string Slug, string Title, string Description);

/// <summary>One page of a form.</summary>
public sealed record FormStep(string Title, string? Text, FieldCondition? ShowIf, ImmutableArray<FormField> Fields);

/// <summary>What a field takes.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any of the options.</summary>
    Multiple,

    /// <summary>A day.</summary>
    Date,
    Email,
    Phone,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Photographs.</summary>
    Photo,

    /// <summary>A document: PDF or picture.</summary>
    File,

    /// <summary>A point on the map, and its words.</summary>
    Place,

    /// <summary>A postal address, in words.</summary>
    Address,

    /// <summary>One of the territory's communes.</summary>
    Commune,

    /// <summary>A paragraph, no question.</summary>
    Information,
}

/// <summary>One question.</summary>
/// <param name="Name">Its key in answers, APIs and prefilled addresses: letters, digits and underscores.</param>
/// <param name="Prefill">Whether the address of the form's first page may fill it in.</param>
/// <param name="Role">What the request keeps of it by itself: whose it is.</param>
/// <param name="Min">The least number, or the least number of characters.</param>
/// <param name="Max">The greatest number, characters, chosen options or files.</param>
/// <param name="MinDays">For a date: days after today.</param>
public sealed record FormField(
    string Name,
    FieldType Type,
    string Label,
    string? Hint,
    bool Required,
    bool Prefill,
    bool Tiles,
    FieldRole Role,
    int? Min,
    int? Max,
    int? MinDays,
    int? MaxDays,
    string? Missing,
    FieldCondition? ShowIf,
    ImmutableArray<FieldOption> Options)
{
    public FieldOption? Option(string value) => Options.FirstOrDefault(o => o.Value == value);

    /// <summary>Whether its answer is files.</summary>
    public bool IsUpload => Type is FieldType.Photo or FieldType.File;
}

/// <summary>An answer that the portal itself makes use of.</summary>
public enum FieldRole
{
    None,
    FirstName,
    LastName,
    Email,
    Phone,

    /// <summary>The words that sum the request up in a list.</summary>
    Summary,
}

/// <summary>A possible answer.</summary>
/// <param name="Handler">Who handles a request of this category; null: as the form says.</param>
public sealed record FieldOption(string Value, string Label, string? Hint, string? Icon, Handler? Handler);

/// <summary>When something is asked: every part must hold.</summary>
public sealed record FieldCondition(ImmutableArray<ConditionPart> Parts);

/// <summary>A look at an earlier answer.</summary>
/// <param name="In">The values that fit; empty: any answer does.</param>
/// <param name="Not">Turns it round.</param>
public sealed record ConditionPart(string Field, ImmutableArray<string> In, bool Not);
