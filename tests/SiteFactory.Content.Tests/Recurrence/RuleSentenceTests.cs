using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.Tests.Recurrence;

public class RuleSentenceTests
{
    [Theory]
    [InlineData("FREQ=DAILY", "Tous les jours")]
    [InlineData("FREQ=DAILY;INTERVAL=2", "Un jour sur deux")]
    [InlineData("FREQ=DAILY;INTERVAL=3;COUNT=4", "Tous les 3 jours, 4 fois")]
    [InlineData("FREQ=DAILY;BYDAY=SA,SU", "Tous les samedis et dimanches")]
    [InlineData("FREQ=WEEKLY", "Tous les mardis")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270630", "Tous les mardis jusqu’au 30 juin 2027")]
    [InlineData("FREQ=WEEKLY;UNTIL=20270801", "Tous les mardis jusqu’au 1er août 2027")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Du lundi au vendredi")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU,TH,SA", "Tous les mardis, jeudis et samedis")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;BYMONTH=7,8", "Tous les mardis, en juillet et août")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "Un mardi sur deux")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "Une semaine sur deux, le mardi et le jeudi")]
    [InlineData("FREQ=WEEKLY;INTERVAL=3", "Toutes les 3 semaines, le mardi")]
    [InlineData("FREQ=MONTHLY", "Le 12 de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1", "Le 1er de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=2,15", "Le 2 et le 15 de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "Le dernier jour de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "Le 2e mardi de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU,3TU", "Le 1er mardi et le 3e mardi de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "Le dernier vendredi de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=-2MO", "L’avant-dernier lundi de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Le dernier jour de semaine de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "Le 2e mardi de chaque mois")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Le 13 de chaque mois, si c’est un vendredi")]
    [InlineData("FREQ=DAILY;BYDAY=FR,SA;BYMONTHDAY=13", "Le 13 de chaque mois, si c’est un vendredi ou un samedi")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "Un mois sur deux, le 2e mardi")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "Tous les 3 mois, le 2e mardi")]
    [InlineData("FREQ=MONTHLY;BYMONTH=1,4;BYDAY=2TU", "Le 2e mardi de janvier et d’avril")]
    [InlineData("FREQ=YEARLY", "Chaque année, le 12 janvier")]
    [InlineData("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14", "Chaque année, le 14 juillet")]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYDAY=1SU", "Chaque année, le 1er dimanche de mai")]
    [InlineData("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;INTERVAL=2", "Une année sur deux, le dernier dimanche d’octobre")]
    [InlineData("FREQ=YEARLY;BYDAY=20MO;INTERVAL=3", "Tous les 3 ans, le 20e lundi de l’année")]
    public void A_rule_in_words(string rule, string expected) =>
        Assert.Equal(expected, RuleSentence.Of(RuleParser.Parse(rule, Times.Paris).Rule!, Times.At("2027-01-12 18:00")));
}
