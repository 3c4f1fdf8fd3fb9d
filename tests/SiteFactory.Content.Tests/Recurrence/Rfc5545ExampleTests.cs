namespace SiteFactory.Content.Tests.Recurrence;

/// <summary>The examples of RFC 5545, section 3.8.5.3, as far as the supported parts go.</summary>
public class Rfc5545ExampleTests
{
    [Theory]
    // Daily for 10 occurrences.
    [InlineData("1997-09-02", "FREQ=DAILY;COUNT=10", "1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11")]
    // Every other day, forever.
    [InlineData("1997-09-02", "FREQ=DAILY;INTERVAL=2", "1997-09-02 1997-09-04 1997-09-06 1997-09-08 1997-09-10 1997-09-12 ...")]
    // Every 10 days, 5 occurrences.
    [InlineData("1997-09-02", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12")]
    // Weekly for 10 occurrences.
    [InlineData("1997-09-02", "FREQ=WEEKLY;COUNT=10", "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04")]
    // Every other week, forever.
    [InlineData("1997-09-02", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11 ...")]
    // Weekly on Tuesday and Thursday for five weeks.
    [InlineData("1997-09-02", "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02")]
    [InlineData("1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02")]
    // Every other week on Monday, Wednesday and Friday.
    [InlineData("1997-09-01", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03 1997-10-13 1997-10-15 1997-10-17 1997-10-27 1997-10-29 1997-10-31 1997-11-10 1997-11-12 1997-11-14 1997-11-24 1997-11-26 1997-11-28 1997-12-08 1997-12-10 1997-12-12 1997-12-22")]
    // Every other week on Tuesday and Thursday, for 8 occurrences.
    [InlineData("1997-09-02", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16")]
    // Monthly on the first Friday for 10 occurrences.
    [InlineData("1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06 1998-03-06 1998-04-03 1998-05-01 1998-06-05")]
    [InlineData("1997-09-05", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997-09-05 1997-10-03 1997-11-07 1997-12-05")]
    // Every other month on the first and last Sunday.
    [InlineData("1997-09-07", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25 1998-03-01 1998-03-29 1998-05-03 1998-05-31")]
    // Monthly on the second-to-last Monday for 6 months.
    [InlineData("1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16")]
    // Monthly on the third-to-the-last day.
    [InlineData("1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26 ...")]
    // Monthly on the 2nd and 15th for 10 occurrences.
    [InlineData("1997-09-02", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15 1997-12-02 1997-12-15 1998-01-02 1998-01-15")]
    // Monthly on the first and last day for 10 occurrences.
    [InlineData("1997-09-30", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01 1997-12-31 1998-01-01 1998-01-31 1998-02-01")]
    // Every 18 months on the 10th to 15th for 10 occurrences.
    [InlineData("1997-09-10", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10 1999-03-11 1999-03-12 1999-03-13")]
    // Every Tuesday, every other month.
    [InlineData("1997-09-02", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04 1997-11-11 1997-11-18 1997-11-25 1998-01-06 ...")]
    // Yearly in June and July for 10 occurrences.
    [InlineData("1997-06-10", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10 2000-06-10 2000-07-10 2001-06-10 2001-07-10")]
    // Every other year in January, February and March for 10 occurrences.
    [InlineData("1997-03-10", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10 2001-03-10 2003-01-10 2003-02-10 2003-03-10")]
    // Every 20th Monday of the year.
    [InlineData("1997-05-19", "FREQ=YEARLY;BYDAY=20MO", "1997-05-19 1998-05-18 1999-05-17 ...")]
    // Every Thursday in March.
    [InlineData("1997-03-13", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26 1999-03-04 1999-03-11 1999-03-18 1999-03-25 ...")]
    // Every Thursday, only in June, July and August.
    [InlineData("1997-06-05", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8", "1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10 1997-07-17 1997-07-24 1997-07-31 1997-08-07 1997-08-14 1997-08-21 1997-08-28 1998-06-04 ...")]
    // The first Saturday that follows the first Sunday of the month.
    [InlineData("1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07 1998-03-07 1998-04-11 1998-05-09 1998-06-13 ...")]
    // The first Tuesday after a Monday in November, every four years.
    [InlineData("1996-11-05", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05 2000-11-07 2004-11-02 ...")]
    // The third Tuesday, Wednesday or Thursday of the month, for three months.
    [InlineData("1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 1997-10-07 1997-11-06")]
    // The second-to-last weekday of the month.
    [InlineData("1997-09-29", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26 1998-03-30 ...")]
    // The start of the week matters.
    [InlineData("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05 1997-08-10 1997-08-19 1997-08-24")]
    [InlineData("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05 1997-08-17 1997-08-19 1997-08-31")]
    // An invalid date is left out.
    [InlineData("2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30")]
    public void Rfc_example(string start, string rule, string expected) => Check(start, rule, expected);

    [Theory]
    // Everyday in January, for 3 years, said in two ways.
    [InlineData("FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA")]
    [InlineData("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1")]
    public void Every_day_in_January(string rule)
    {
        var days = Times.Event("1998-01-01 09:00", rule).Schedule().All().Select(o => o.Nominal.Date).ToList();
        Assert.Equal(93, days.Count);
        Assert.All(days, d => Assert.Equal(1, d.Month));
    }

    [Fact]
    public void Friday_the_13th() => Check(
        "1998-02-13",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 ...");

    [Theory]
    [InlineData("2024-02-29", "FREQ=YEARLY", "2024-02-29 2028-02-29 2032-02-29 ...")]
    [InlineData("2027-01-31", "FREQ=MONTHLY", "2027-01-31 2027-03-31 2027-05-31 2027-07-31 2027-08-31 ...")]
    [InlineData("2027-01-01", "FREQ=YEARLY;BYDAY=-1SU;COUNT=3", "2027-01-01 2027-12-26 2028-12-31")]
    [InlineData("2027-03-14", "FREQ=YEARLY;BYMONTHDAY=14;COUNT=3", "2027-03-14 2027-04-14 2027-05-14")]
    [InlineData("2026-12-28", "FREQ=DAILY;BYDAY=MO,TU;COUNT=4", "2026-12-28 2026-12-29 2027-01-04 2027-01-05")]
    [InlineData("2027-01-30", "FREQ=DAILY;BYMONTHDAY=-1,-2;COUNT=4", "2027-01-30 2027-01-31 2027-02-27 2027-02-28")]
    [InlineData("2027-05-04", "FREQ=WEEKLY;BYMONTH=5,6;COUNT=10", "2027-05-04 2027-05-11 2027-05-18 2027-05-25 2027-06-01 2027-06-08 2027-06-15 2027-06-22 2027-06-29 2028-05-02")]
    [InlineData("2027-01-29", "FREQ=MONTHLY;BYDAY=5FR;COUNT=3", "2027-01-29 2027-04-30 2027-07-30")]
    [InlineData("2027-02-14", "FREQ=YEARLY;BYMONTH=2,6;BYDAY=2SU;COUNT=4", "2027-02-14 2027-06-13 2028-02-13 2028-06-11")]
    public void More_than_the_examples(string start, string rule, string expected) => Check(start, rule, expected);

    private static void Check(string start, string rule, string expected)
    {
        var take = expected.Split(' ').Count(d => d != "...");
        Assert.Equal(expected, Times.Days(Times.Event(start + " 09:00", rule), take));
    }
}
