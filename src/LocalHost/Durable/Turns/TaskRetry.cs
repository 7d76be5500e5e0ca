using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>
/// Attempts of one activity or sub-orchestration. The delay between two attempts is machine time: virtual business time may jump over weeks
/// while a disk or a network recovers.
/// </summary>
internal static class TaskRetry
{
    /// <summary>The result of the first attempt that succeeds, as JSON.</summary>
    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public static async Task<string?> RunAsync(ReplayContext context, TaskName name, TaskOptions? options, Func<int, Decision> decide)
    {
        DateTimeOffset first = context.MachineAt;
        for (int attempt = 1; ; attempt++)
        {
            (int id, TaskCompletionSource<Outcome> end) = context.Open(decide);
            Outcome outcome = await end.Task;
            if (outcome is TaskCompleted completed)
                return completed.Result;
            TaskFailedException failure = new(name.Name, id, ((TaskFailed)outcome).Failure);
            TimeSpan total = context.MachineAt - first;
            if (!await IsRetriedAsync(context, options?.Retry, failure, attempt, total))
                throw failure;
        }
    }

    private static async Task<bool> IsRetriedAsync(
        ReplayContext context, TaskRetryOptions? retry, TaskFailedException failure, int attempt, TimeSpan total)
    {
        if (retry?.Handler is { } handler)
            return await handler(new RetryContext(context, attempt, failure.FailureDetails, total, CancellationToken.None));
        if (retry?.Policy is not { } policy || attempt >= policy.MaxNumberOfAttempts || !policy.Handle(failure))
            return false;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && total >= policy.RetryTimeout)
            return false;
        await context.Open(id => new BackOffStarted(id, context.MachineAt + Delay(policy, attempt))).End.Task;
        return true;
    }

    private static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        double milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        TimeSpan longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(365) : policy.MaxRetryInterval;
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }
}
