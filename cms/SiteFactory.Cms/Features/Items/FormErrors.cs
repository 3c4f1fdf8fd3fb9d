using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Gathers what is wrong in a form; each message stands beside its field.</summary>
public sealed class FormErrors(ModelStateDictionary state)
{
    /// <summary>Whether the form can be taken.</summary>
    public bool None => state.IsValid;

    /// <summary>Something is wrong in that field.</summary>
    /// <param name="field">The field's name in the form; empty: the form as a whole.</param>
    public void Add(string field, string message) => state.AddModelError(field, message);

    /// <summary>A text that must be there.</summary>
    public string Required(string field, string? text, string message)
    {
        if (Typed.Line(text) is { } line)
            return line;
        Add(field, message);
        return "";
    }

    /// <summary>A day; null when the field is empty or wrong.</summary>
    public LocalDate? Day(string field, string? text)
    {
        var day = FormTimes.Day(text);
        if (day is null && !string.IsNullOrWhiteSpace(text))
            Add(field, ItemTexts.T["BadDay"]);
        return day;
    }

    /// <summary>A time of day; null when the field is empty or wrong.</summary>
    public LocalTime? Clock(string field, string? text)
    {
        var time = FormTimes.Clock(text);
        if (time is null && !string.IsNullOrWhiteSpace(text))
            Add(field, ItemTexts.T["BadTime"]);
        return time;
    }

    /// <summary>A day with or without a time; null when the field is empty or wrong.</summary>
    public LocalDateTime? Moment(string field, string? text)
    {
        var moment = FormTimes.Moment(text);
        if (moment is null && !string.IsNullOrWhiteSpace(text))
            Add(field, ItemTexts.T["BadMoment"]);
        return moment;
    }

    /// <summary>A moment on the territory's clocks; what was stored stays to the tick when the field still shows it.</summary>
    public Instant? Instant(string field, string? text, Instant? before, DateTimeZone zone)
    {
        if (before is not null && text == FormTimes.Moment(before, zone))
            return before;
        return Moment(field, text) is { } moment ? moment.InZoneLeniently(zone).ToInstant() : null;
    }
}
