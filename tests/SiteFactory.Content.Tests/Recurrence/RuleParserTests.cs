using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.Tests.Recurrence;

public class RuleParserTests
{
    private static RuleReading Parse(string text) => RuleParser.Parse(text, Times.Paris);

    [Theory]
    [InlineData("", "rrule-freq-missing@0", "rrule-part@0")]
    [InlineData("INTERVAL=2", "rrule-freq-missing@0")]
    [InlineData("FREQ=HOURLY", "rrule-freq@5")]
    [InlineData("FREQ=DAILY;INTERVAL=0", "rrule-number@20")]
    [InlineData("FREQ=DAILY;COUNT=abc", "rrule-number@17")]
    [InlineData("FREQ=DAILY;COUNT=99999999999", "rrule-number@17")]
    [InlineData("FREQ=DAILY;FREQ=DAILY", "rrule-twice@11")]
    [InlineData("FREQ=DAILY;FOO", "rrule-part@11")]
    [InlineData("FREQ=DAILY;FOO=1", "rrule-unknown@15")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", "rrule-unsupported@21")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,XX", "rrule-day@21")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TU", "rrule-day@19")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TU", "rrule-ordinal-month@0")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TU", "rrule-ordinal@0")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=2", "rrule-weekly-monthday@0")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0,32,5", "rrule-number-signed@24", "rrule-number-signed@26")]
    [InlineData("FREQ=YEARLY;BYMONTH=-1", "rrule-number@20")]
    [InlineData("FREQ=DAILY;UNTIL=hier", "rrule-until@17")]
    [InlineData("FREQ=DAILY;UNTIL=20270101;COUNT=3", "rrule-count-until@0")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "rrule-setpos-alone@0")]
    public void What_is_wrong_is_told_at_its_place(string text, params string[] expected)
    {
        var reading = Parse(text);
        Assert.Null(reading.Rule);
        Assert.Equal(expected.Order(), reading.Faults.Select(f => $"{f.Code}@{f.Position}").Order());
        Assert.All(reading.Faults, f => Assert.True(f.Message.Length > 10 && f.Cure.Length > 10));
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=20270630", "2027-06-30T23:59:59")]
    [InlineData("FREQ=DAILY;UNTIL=20270630T180000", "2027-06-30T18:00:00")]
    [InlineData("FREQ=DAILY;UNTIL=20270630T215959Z", "2027-06-30T23:59:59")]
    public void Until_is_local_time(string text, string expected) =>
        Assert.Equal(expected, NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(Parse(text).Rule!.Until!.Value));

    [Theory]
    [InlineData("rrule:freq=weekly;byday=th,tu;", "FREQ=WEEKLY;BYDAY=TU,TH")]
    [InlineData("BYSETPOS=-1;FREQ=MONTHLY;BYDAY=FR,MO;INTERVAL=1", "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1")]
    [InlineData("FREQ=YEARLY;BYMONTH=6,1;BYDAY=-1SU,2SU;WKST=SU;COUNT=4", "FREQ=YEARLY;BYMONTH=1,6;BYDAY=-1SU,2SU;WKST=SU;COUNT=4")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=+3,-1;UNTIL=20270630", "FREQ=MONTHLY;BYMONTHDAY=-1,3;UNTIL=X")]
    public void The_text_written_back_is_canonical(string text, string expected) =>
        Assert.Equal(expected, Parse(text).Rule!.ToText(_ => "X"));
}
