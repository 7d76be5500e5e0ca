using NtmServerless.LocalHost.Tests.Durable.Crash;
using NtmServerless.LocalHost.Tests.Workers;

/// <summary>
/// Turns a process of this test assembly into a worker that can be killed: the runtime calls it before the entry point
/// (DOTNET_STARTUP_HOOKS), and a process with a plan never gets to that.
/// </summary>
#pragma warning disable CA1050
internal static class StartupHook
#pragma warning restore CA1050
{
    public static void Initialize()
    {
        if (WorkerProcess.Plan<CrashPlan>() is not { } crash)
            return;
        CrashWorker.RunAsync(crash).GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
