namespace NtmServerless.LocalHost.Tests.Durable.Support;

internal static class Cancelling
{
    /// <summary>Cancels in the caller's thread; CancelAsync would leave the orchestrator's.</summary>
    public static void CancelHere(this CancellationTokenSource source) => source.Cancel();
}
