using Microsoft.DurableTask;

namespace NtmServerless.Functions.Hosting;

/// <summary>How activities that touch storage are tried again: for about an hour, which outlasts a restart of the storage.</summary>
public static class Retries
{
    public static readonly TaskOptions Storage = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 20, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));
}
