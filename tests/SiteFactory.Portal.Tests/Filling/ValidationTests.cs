using System.Collections.Immutable;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Tests.Filling;

/// <summary>What is refused, and what is not.</summary>
public sealed class ValidationTests
{
    private static readonly Validation Rules = new(new(2026, 11, 27), ImmutableHashSet.Create("vany"));

    [Theory]
    [InlineData(FieldType.Email, "jeanne@example.org", true)]
    [InlineData(FieldType.Email, "jeanne.o’neil@exemple-ville.fr", true)]
    [InlineData(FieldType.Email, "jeanne", false)]
    [InlineData(FieldType.Email, "jeanne@localhost", false)]
    [InlineData(FieldType.Email, "a@b.c, d@e.fr", false)]
    [InlineData(FieldType.Email, "a@example.org\r\nBcc: x@example.org", false)]
    [InlineData(FieldType.Phone, "06 12 34 56 78", true)]
    [InlineData(FieldType.Phone, "+33 (6) 12.34.56.78", true)]
    [InlineData(FieldType.Phone, "0612", false)]
    [InlineData(FieldType.Phone, "appelez-moi", false)]
    [InlineData(FieldType.Number, "3", true)]
    [InlineData(FieldType.Number, "-3", false)]
    [InlineData(FieldType.Number, "trois", false)]
    [InlineData(FieldType.Number, "99999999999999", false)]
    [InlineData(FieldType.Date, "2026-12-31", true)]
    [InlineData(FieldType.Date, "31/12/2026", true)]
    [InlineData(FieldType.Date, "2026-02-30", false)]
    [InlineData(FieldType.Date, "2026-11-28", false)]
    [InlineData(FieldType.Date, "2028-11-28", false)]
    [InlineData(FieldType.Commune, "vany", true)]
    [InlineData(FieldType.Commune, "paris", false)]
    [InlineData(FieldType.Choice, "a", true)]
    [InlineData(FieldType.Choice, "z", false)]
    [InlineData(FieldType.Text, "x", false)]
    [InlineData(FieldType.Text, "xxxxx", true)]
    [InlineData(FieldType.Text, "xxxxxxxxxxxxxxxxxxxxx", false)]
    public void An_answer_is_checked_by_its_kind(FieldType type, string value, bool good) =>
        Assert.Equal(good, Errors(Field(type), Answers.Empty.With("f", value)).IsEmpty);

    [Fact]
    public void A_required_answer_that_is_missing_is_told_in_the_fields_own_words()
    {
        var error = Assert.Single(Errors(Field(FieldType.Text) with { Required = true, Missing = "Dites-le." }, Answers.Empty));
        Assert.Equal(("f", "Dites-le."), (error.Field, error.Message));
        Assert.Empty(Errors(Field(FieldType.Text), Answers.Empty));
    }

    [Fact]
    public void No_more_boxes_are_ticked_than_are_allowed()
    {
        var field = Field(FieldType.Multiple) with { Max = 1 };
        Assert.Empty(Errors(field, Answers.Empty.With("f", "a")));
        Assert.Contains("1", Assert.Single(Errors(field, Answers.Empty.With("f", "a", "b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_typed_loses_what_nobody_can_see()
    {
        var field = Field(FieldType.Text);
        Assert.Equal("a b", AnswerReader.Clean("  a\u0000b\u202e\u200b ", field));
        Assert.Equal("a\nb", AnswerReader.Clean("a\r\nb", Field(FieldType.LongText)));
        Assert.Equal(AnswerReader.Longest, AnswerReader.Clean(new string('x', 20_000), field).Length);
    }

    private static FormField Field(FieldType type)
    {
        var isChoice = type is FieldType.Choice or FieldType.Multiple;
        var (min, max) = type == FieldType.Text ? (2, 20) : type == FieldType.Number ? (1, 30) : ((int?)null, (int?)null);
        return new("f", type, "Champ", null, false, false, false, FieldRole.None, min, max, 3, 365, null, null, isChoice ? [new("a", "A", null, null, null), new("b", "B", null, null, null)] : []);
    }

    private static ImmutableArray<FieldError> Errors(FormField field, Answers answers)
    {
        var form = new FormDefinition("f", "F", "", "c", "", [], Handler.Commune, null, null, null, "", "", 1, null, null, [new("S", null, null, [field])]);
        return Rules.All(form, answers);
    }
}
