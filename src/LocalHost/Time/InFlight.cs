namespace NtmServerless.LocalHost.Time;

/// <summary>
/// Counts requests, turns, activities and timer functions that are under way, so that virtual time stands still
/// until all of them have ended.
/// </summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource _idle = new();

    public InFlight() => _idle.SetResult();

    /// <summary>One more thing is under way until the returned scope is disposed.</summary>
    public IDisposable Begin()
    {
        lock (_gate)
        {
            if (_count++ == 0)
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new Scope(this);
    }

    /// <summary>Completes when nothing is under way.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
            return _idle.Task;
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
                _idle.SetResult();
        }
    }

    private sealed class Scope(InFlight owner) : IDisposable
    {
        private InFlight? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.End();
    }
}
