namespace NtmServerless.LocalHost.Durable;

/// <summary>
/// Resting instances that memory keeps whole, so that their next turn neither reads nor replays: those that rested last.
/// The others keep only when they are due.
/// </summary>
internal sealed class WarmInstances(int capacity)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<LiveInstance> _byRest = [];

    /// <summary>An instance has come to rest.</summary>
    public void Rest(LiveInstance live)
    {
        LiveInstance? oldest = null;
        lock (_gate)
        {
            _byRest.Remove(live);
            _byRest.AddLast(live);
            if (_byRest.Count > capacity)
            {
                oldest = _byRest.First!.Value;
                _byRest.RemoveFirst();
            }
        }

        if (oldest is null)
            return;
        lock (oldest.Gate)
        {
            if (oldest.IsAtRest)
                oldest.Forget();
        }
    }

    /// <summary>An instance has ended.</summary>
    public void End(LiveInstance live)
    {
        lock (_gate)
            _byRest.Remove(live);
    }
}
