using System.Collections.Concurrent;

namespace NtmServerless.Storage;

/// <summary>
/// What was found in the storage, remembered for a short time: so long a change takes to reach other processes. What was not found is not
/// remembered, so that guesses do not fill the memory.
/// </summary>
/// <param name="time">Only its timestamps are used, which are the machine's also where business time stands still.</param>
internal sealed class Remembered<T>(TimeProvider time)
    where T : class
{
    public static readonly TimeSpan For = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (T Value, long At)> _known = new(StringComparer.Ordinal);

    public async Task<T?> FindAsync(string key, Func<Task<T?>> find)
    {
        if (_known.TryGetValue(key, out (T Value, long At) known) && time.GetElapsedTime(known.At) < For) return known.Value;
        // As old as the question: what is found may have changed while it was on its way.
        long asked = time.GetTimestamp();
        if (await find() is not { } found) return null;
        _known[key] = (found, asked);
        return found;
    }

    /// <summary>This process has changed it.</summary>
    public void Forget(string key) => _known.TryRemove(key, out _);
}
