namespace SiteFactory.Cms.Publishing;

/// <summary>
/// Each build leaves much of the one before it as garbage that is old, of which the collector lets hundreds of megabytes gather on a
/// machine with memory to spare. After builds it is asked to look there in the background: nobody waits for that. What is freed so
/// lies scattered; once that is two fifths of what is in use, everything is moved together, for which all wait some tenths of a second.
/// </summary>
internal sealed class BuildGarbage
{
    private const long WorthLooking = 192L << 20;
    private const long WorthMoving = 128L << 20;

    private long _allocatedThen;

    /// <summary>Asks, when enough was allocated since it was asked last.</summary>
    public void Collect()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        if (allocated - _allocatedThen < WorthLooking)
            return;
        _allocatedThen = allocated;
        var isScattered = IsScattered(GC.GetGCMemoryInfo(GCKind.Any));
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: isScattered, compacting: isScattered);
    }

    private static bool IsScattered(GCMemoryInfo last) =>
        last.FragmentedBytes > WorthMoving && last.FragmentedBytes > (last.HeapSizeBytes - last.FragmentedBytes) * 2 / 5;
}
