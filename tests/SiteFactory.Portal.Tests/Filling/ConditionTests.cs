using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Tests.Filling;

/// <summary>Which questions are asked.</summary>
public sealed class ConditionTests
{
    private static readonly FormDefinition Anomaly = FormCatalog.Load(null).Find("signaler-une-anomalie")!;
    private static readonly FormDefinition Bins = FormCatalog.Load(null).Find("bacs")!;

    [Fact]
    public void A_question_follows_the_answer_it_depends_on()
    {
        Assert.DoesNotContain("dechets_type", Names(Anomaly, Answers.Empty));
        Assert.Contains("dechets_type", Names(Anomaly, Answers.Empty.With("categorie", "dechets")));
        Assert.DoesNotContain("voirie_type", Names(Anomaly, Answers.Empty.With("categorie", "dechets")));
    }

    [Fact]
    public void A_question_whose_own_question_is_no_longer_asked_is_not_asked_either()
    {
        var answers = Answers.Empty.With("categorie", "dechets").With("dechets_type", "depot");
        Assert.Contains("dechets_volume", Names(Anomaly, answers));
        Assert.DoesNotContain("dechets_volume", Names(Anomaly, answers.With("categorie", "voirie")));
    }

    [Fact]
    public void Not_fits_any_other_answer_but_no_answer()
    {
        Assert.DoesNotContain("numero", Names(Bins, Answers.Empty));
        Assert.DoesNotContain("numero", Names(Bins, Answers.Empty.With("demande", "obtenir")));
        Assert.Contains("numero", Names(Bins, Answers.Empty.With("demande", "reparer")));
    }

    [Fact]
    public void Answers_to_questions_that_are_not_asked_are_not_kept()
    {
        var answers = Answers.Empty.With("categorie", "voirie").With("dechets_type", "depot").With("voirie_type", "trou").With("inconnu", "x");
        Assert.Equal(["categorie", "voirie_type"], answers.Asked(Anomaly).Values.Keys);
    }

    private static IEnumerable<string> Names(FormDefinition form, Answers answers) => Conditions.Asked(form, answers).Select(f => f.Name);
}
