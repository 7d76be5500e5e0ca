namespace NtmServerless.LocalHost.Startup;

/// <summary>
/// Gives memory back after a burst: the runtime looks for what nobody needs only when it needs some, which on an office's PC may be the
/// next morning.
/// </summary>
internal static class IdleMemory
{
    private const long Burst = 16 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    // The server's own pools let go of what they hold only some time after the last connection.
    private const int LooksAfterABurst = 3;

    /// <summary>Looks from now on, for as long as the process lives.</summary>
    public static void Begin() => new Thread(Return) { IsBackground = true, Name = "idle memory" }.Start();

    private static void Return()
    {
        long before = GC.GetTotalAllocatedBytes();
        int left = LooksAfterABurst;
        while (true)
        {
            Thread.Sleep(Look);
            long allocated = GC.GetTotalAllocatedBytes();
            bool atWork = allocated - before > Burst;
            before = allocated;
            if (atWork) left = LooksAfterABurst;
            else if (left-- > 0) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            else left = 0;
        }
    }
}
