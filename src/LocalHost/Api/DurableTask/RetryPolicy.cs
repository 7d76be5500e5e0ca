namespace Microsoft.DurableTask;

/// <summary>How often and after which delays a failed activity runs again.</summary>
public class RetryPolicy
{
    /// <summary>A policy; the delay grows by the coefficient after every attempt.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">Delay before the second attempt; positive.</param>
    /// <param name="backoffCoefficient">Factor of growth; at least 1.</param>
    /// <param name="maxRetryInterval">Longest delay; one hour when null.</param>
    /// <param name="retryTimeout">No further attempt after this time; without end when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value out of its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = NotShorter(maxRetryInterval, nameof(maxRetryInterval)) ?? TimeSpan.FromHours(1);
        RetryTimeout = NotShorter(retryTimeout, nameof(retryTimeout)) ?? Timeout.InfiniteTimeSpan;

        TimeSpan? NotShorter(TimeSpan? value, string name) =>
            value < firstRetryInterval && value != Timeout.InfiniteTimeSpan
                ? throw new ArgumentOutOfRangeException(name, value, "Must not be shorter than the first retry interval.")
                : value;
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>Delay before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>Factor by which the delay grows.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>Longest delay.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No further attempt after this time.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure is retried; made by <see cref="HandleFailure"/>.</summary>
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Decides by the failure's details whether it is retried.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = exception => exception is TaskFailedException failed
            ? value(failed.FailureDetails)
            : throw new InvalidOperationException("Only the failure of a task has failure details.");
    }
}
