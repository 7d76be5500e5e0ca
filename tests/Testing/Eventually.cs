using System.Diagnostics;

namespace NtmServerless.Testing;

/// <summary>Awaits a condition instead of sleeping for a guessed time.</summary>
public static class Eventually
{
    /// <summary>Asks again every 20 ms until the condition holds; fails with <paramref name="what"/> after the limit.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan limit, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(start) > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {what}");
            await Task.Delay(20);
        }
    }
}
