namespace SiteFactory.Generator;

/// <summary>Adds up the progress of sites that are built side by side.</summary>
internal sealed class ProgressCounter(IProgress<BuildProgress>? progress)
{
    private int _done;
    private int _total;

    public void Expect(int files) => Interlocked.Add(ref _total, files);

    public void Done(int files) => progress?.Report(new(Interlocked.Add(ref _done, files), _total));
}
