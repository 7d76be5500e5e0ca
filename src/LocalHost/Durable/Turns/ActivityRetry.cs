using Microsoft.DurableTask;

namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>
/// Attempts of one activity. The delay between two attempts is machine time: virtual business time may jump over weeks
/// while a disk or a network recovers.
/// </summary>
internal static class ActivityRetry
{
    /// <summary>
    /// An activity called with this tag ("true") has its result recorded before anything follows from it. On Azure every
    /// result is, and the tag says nothing.
    /// </summary>
    public const string DurableResult = "durable-result";

    /// <summary>The result of the first attempt that succeeds, as JSON.</summary>
    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public static async Task<string?> RunAsync(ReplayContext context, TaskName name, string? input, TaskOptions? options)
    {
        DateTimeOffset first = context.MachineAt;
        bool isDurable = options?.Tags?.TryGetValue(DurableResult, out string? tag) is true && tag == "true";
        for (int attempt = 1; ; attempt++)
        {
            (int id, TaskCompletionSource<Outcome> end) = context.Open(number => new ActivityScheduled(number, name.Name, input) { IsDurable = isDurable });
            Outcome outcome = await end.Task;
            if (outcome is ActivityCompleted completed)
                return completed.Result;
            TaskFailedException failure = new(name.Name, id, ((ActivityFailed)outcome).Failure);
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
