using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>The closed lists of words of the files about everyday services.</summary>
internal static class EverydayWords
{
    public static readonly EnumTable<WasteKind> Wastes = new(
        ("household", WasteKind.Household), ("recycling", WasteKind.Recycling), ("paper", WasteKind.Paper), ("glass", WasteKind.Glass),
        ("biowaste", WasteKind.Biowaste), ("garden", WasteKind.Garden), ("bulky", WasteKind.Bulky), ("trees", WasteKind.Trees));

    public static readonly EnumTable<HolidayShift> Holidays = new(
        ("usual", HolidayShift.Usual), ("skip", HolidayShift.Skip), ("next-day", HolidayShift.NextDay), ("rest-of-week", HolidayShift.RestOfWeek));

    public static readonly EnumTable<IsoDayOfWeek> Days = new(
        ("Mo", IsoDayOfWeek.Monday), ("Tu", IsoDayOfWeek.Tuesday), ("We", IsoDayOfWeek.Wednesday), ("Th", IsoDayOfWeek.Thursday),
        ("Fr", IsoDayOfWeek.Friday), ("Sa", IsoDayOfWeek.Saturday), ("Su", IsoDayOfWeek.Sunday));

    public static readonly EnumTable<WeekParity> Parities = new(("even", WeekParity.Even), ("odd", WeekParity.Odd));

    public static readonly EnumTable<OrdinalInMonth> Ordinals = new(
        ("1", OrdinalInMonth.First), ("2", OrdinalInMonth.Second), ("3", OrdinalInMonth.Third), ("4", OrdinalInMonth.Fourth), ("last", OrdinalInMonth.Last));

    public static readonly EnumTable<Course> Courses = new(
        ("starter", Course.Starter), ("main", Course.Main), ("side", Course.Side), ("dairy", Course.Dairy), ("dessert", Course.Dessert), ("snack", Course.Snack));

    public static readonly EnumTable<Allergen> Allergens = new(
        ("gluten", Allergen.Gluten), ("crustaceans", Allergen.Crustaceans), ("eggs", Allergen.Eggs), ("fish", Allergen.Fish),
        ("peanuts", Allergen.Peanuts), ("soy", Allergen.Soy), ("milk", Allergen.Milk), ("nuts", Allergen.Nuts), ("celery", Allergen.Celery),
        ("mustard", Allergen.Mustard), ("sesame", Allergen.Sesame), ("sulphites", Allergen.Sulphites), ("lupin", Allergen.Lupin), ("molluscs", Allergen.Molluscs));

    public static readonly EnumTable<WorksKind> Works = new(
        ("works", WorksKind.Works), ("closed", WorksKind.Closed), ("alternate", WorksKind.Alternate), ("parking", WorksKind.Parking));

    public static readonly EnumTable<JobContract> Contracts = new(
        ("civil-servant", JobContract.CivilServant), ("open-ended", JobContract.OpenEnded), ("fixed-term", JobContract.FixedTerm),
        ("seasonal", JobContract.Seasonal), ("temporary", JobContract.Temporary), ("apprenticeship", JobContract.Apprenticeship),
        ("internship", JobContract.Internship), ("civic-service", JobContract.CivicService));

    public static readonly EnumTable<WorkingTime> Times = new(("full", WorkingTime.Full), ("part", WorkingTime.Part));
}
