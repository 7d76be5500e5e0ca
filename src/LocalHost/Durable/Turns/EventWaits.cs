namespace NtmServerless.LocalHost.Durable.Turns;

/// <summary>External events and those who wait for them, matched by name without case, first come first served.</summary>
internal sealed class EventWaits
{
    private readonly List<EventReceived> _unprocessed = [];
    private readonly List<(string Name, TaskCompletionSource<EventReceived> Source)> _waiting = [];

    /// <summary>Events that nobody waited for, in order of arrival.</summary>
    public IReadOnlyList<EventReceived> Unprocessed => _unprocessed;

    /// <summary>Whether somebody waits.</summary>
    public bool IsWaitedFor => _waiting.Count > 0;

    /// <summary>
    /// Gives the event to the first who waits for its name, or keeps it. The official worker gives it to the last one
    /// since version 1.18: an app that runs on both never has two waits on one name.
    /// </summary>
    public void Raise(EventReceived raised)
    {
        int index = _waiting.FindIndex(wait => Same(wait.Name, raised.Name));
        if (index < 0)
        {
            _unprocessed.Add(raised);
            return;
        }

        TaskCompletionSource<EventReceived> source = _waiting[index].Source;
        _waiting.RemoveAt(index);
        source.SetResult(raised);
    }

    /// <summary>The next event of the name. A cancelled wait takes no event.</summary>
    public async Task<EventReceived> WaitAsync(string name, TurnLoop loop, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int index = _unprocessed.FindIndex(raised => Same(raised.Name, name));
        if (index >= 0)
        {
            EventReceived early = _unprocessed[index];
            _unprocessed.RemoveAt(index);
            return early;
        }

        TaskCompletionSource<EventReceived> source = new();
        _waiting.Add((name, source));
        using CancellationTokenRegistration registration = cancellation.Register(() =>
        {
            // A token of the host may be cancelled from elsewhere, after the turn: that is no decision of the orchestrator.
            if (loop.IsHere && _waiting.RemoveAll(wait => wait.Source == source) > 0)
                source.SetCanceled(cancellation);
        });
        return await source.Task;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
