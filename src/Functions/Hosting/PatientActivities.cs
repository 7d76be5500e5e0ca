using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace NtmServerless.Functions.Hosting;

/// <summary>
/// An activity that finds the storage away is run again here, each second for a minute (machine time): the storage of one PC is back within
/// seconds, and the orchestrator's own retries grow and live by business time, which may stand still. Activities bear being run again.
/// </summary>
public sealed class PatientActivities : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await next(context);
                return;
            }
            catch (Exception e) when (context.Has(Bindings.Activity) && IsStorageAway(e) && TimeProvider.System.GetElapsedTime(start) < Patience
                && !context.CancellationToken.IsCancellationRequested)
            {
                // Asked again below.
            }

            await Task.Delay(Pause, context.CancellationToken);
        }
    }

    // The extension hands an activity's exception on inside one of its own.
    private static bool IsStorageAway(Exception e) => Problems.IsStorageAway(e) || e.InnerException is { } within && Problems.IsStorageAway(within);
}
