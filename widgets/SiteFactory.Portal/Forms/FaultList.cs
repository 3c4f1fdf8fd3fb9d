using System.Collections.Immutable;
using SiteFactory.Content.Texts;

namespace SiteFactory.Portal.Forms;

/// <summary>The faults of one file, as they are found.</summary>
internal sealed class FaultList(string file)
{
    private static readonly TextResource Texts = new("SiteFactory.Portal.Forms.FormTexts", typeof(FaultList).Assembly);

    private readonly ImmutableArray<FormFault>.Builder _faults = ImmutableArray.CreateBuilder<FormFault>();

    public ImmutableArray<FormFault> All => _faults.ToImmutable();

    public FaultList Add(int line, string name, params object[] values)
    {
        _faults.Add(new(file, line, Texts.Format(name, values)));
        return this;
    }
}
