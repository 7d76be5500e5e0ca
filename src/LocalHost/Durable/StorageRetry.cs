using Microsoft.Extensions.Logging;

namespace NtmServerless.LocalHost.Durable;

/// <summary>Asks storage again, for as long as it takes: nothing is given up because storage was away.</summary>
internal sealed class StorageRetry(ILogger logger)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Tries until it works; delays (machine time) double from 0.1 s to 5 s.</summary>
    /// <exception cref="OperationCanceledException">The engine was stopped.</exception>
    public async Task<T> UntilItWorksAsync<T>(string what, Func<Task<T>> attempt, CancellationToken stopping)
    {
        for (TimeSpan delay = First; ; delay = delay * 2 < Longest ? delay * 2 : Longest)
        {
            stopping.ThrowIfCancellationRequested();
            try
            {
                return await attempt();
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested && exception is not InstanceDamagedException)
            {
                logger.StorageFailed(exception, what, delay.TotalMilliseconds);
            }

            await Task.Delay(delay, stopping);
        }
    }

    /// <summary>The same for what gives nothing.</summary>
    public Task UntilItWorksAsync(string what, Func<Task> attempt, CancellationToken stopping) => UntilItWorksAsync(
        what,
        async () =>
        {
            await attempt();
            return true;
        },
        stopping);
}
