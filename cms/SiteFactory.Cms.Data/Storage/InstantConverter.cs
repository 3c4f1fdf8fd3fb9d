using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace SiteFactory.Cms.Data.Storage;

/// <summary>A moment as 100-nanosecond ticks since 1970 UTC: sorts and compares the same in every database.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(),
    ticks => Instant.FromUnixTimeTicks(ticks));

/// <summary>A day as <c>20261127</c>.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, int>(
    date => (date.Year * 10000) + (date.Month * 100) + date.Day,
    number => new LocalDate(number / 10000, number / 100 % 100, number % 100));
