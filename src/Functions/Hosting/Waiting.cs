using Microsoft.DurableTask;

namespace NtmServerless.Functions.Hosting;

/// <summary>The one way a lifecycle waits.</summary>
public static class Waiting
{
    /// <summary>
    /// Waits until a moment (null: for ever), or until the records changed. True when the moment came, false when something
    /// changed first. A moment in the past has come already.
    /// </summary>
    public static async Task<bool> WaitForChangeOrAsync(this TaskOrchestrationContext context, DateTimeOffset? moment)
    {
        if (moment is { } due && due.UtcDateTime <= context.CurrentUtcDateTime) return true;
        using CancellationTokenSource loser = new();
        Task changed = context.WaitForExternalEvent<object?>(LifecycleWaker.Changed, loser.Token);
        if (moment is null)
        {
            await changed;
            return false;
        }

        Task timer = context.CreateTimer(moment.Value.UtcDateTime, loser.Token);
        Task first = await Task.WhenAny(changed, timer);
        // Not CancelAsync: it goes through the thread pool, where a replay cannot follow.
#pragma warning disable CA1849
        loser.Cancel();
#pragma warning restore CA1849
        return first == timer;
    }
}

/// <summary>How activities that touch storage are tried again: for about an hour, which outlasts a restart of the storage.</summary>
public static class Retries
{
    public static readonly TaskOptions Storage = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));
}
