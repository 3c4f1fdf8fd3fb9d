namespace SiteFactory.Cms.Publishing;

/// <summary>
/// Each build leaves the plan before it as garbage that is old, of which the collector lets hundreds of megabytes gather on a
/// machine with memory to spare. After builds it is asked to look there in the background: nobody waits for that.
/// </summary>
internal sealed class BuildGarbage
{
    private const long WorthLooking = 192L << 20;

    private long _allocatedThen;

    /// <summary>Asks, when enough was allocated since it was asked last.</summary>
    public void Collect()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocatedThen < WorthLooking)
            return;
        _allocatedThen = allocated;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false, compacting: false);
    }
}
