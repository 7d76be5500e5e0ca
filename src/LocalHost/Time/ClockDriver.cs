namespace NtmServerless.LocalHost.Time;

/// <summary>
/// Fires what is due. On a running clock it waits in machine time for the next due moment, without polling; a clock
/// that can be moved is advanced from one due moment to the next, always waiting until everything has come to rest.
/// </summary>
internal sealed class ClockDriver(BusinessClock clock, InFlight inFlight, IEnumerable<IDueSource> sources) : IDisposable
{
    // A PC that slept, or whose clock was set, is noticed within this time; and a practice clock is read, and so written ahead, as often.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly IDueSource[] _sources = [.. sources];
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly SemaphoreSlim _changed = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _moveGate = new();
    private Task _running = Task.CompletedTask;
    private Task _moving = Task.CompletedTask;
    private DateTimeOffset _movingTo;

    /// <summary>The next due moment of all sources; null when nothing is due.</summary>
    public DateTimeOffset? NextDue => _sources.Min(source => source.NextDue);

    /// <summary>Where a move goes that was begun and is still under way; null: none is.</summary>
    public DateTimeOffset? MovingTo
    {
        get
        {
            lock (_moveGate)
                return _moving.IsCompleted ? null : _movingTo;
        }
    }

    public void Start()
    {
        if (clock.Mode == ClockMode.Virtual)
            return;
        foreach (IDueSource source in _sources)
            source.NextDueChanged += Wake;
        _running = Task.Run(() => RunAsync(_stopping.Token));
    }

    /// <summary>
    /// Moves a practice or virtual clock forward to <paramref name="until"/>, stopping at every due moment on the way.
    /// What runs because of one moment has ended before the next.
    /// </summary>
    public async Task AdvanceAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                await inFlight.WhenIdleAsync().WaitAsync(cancellation);
                if (NextDue is not { } next || next > until)
                    break;
                clock.MoveTo(next);
                foreach (IDueSource source in _sources)
                {
                    await FireAsync(source, clock.GetUtcNow());
                    await inFlight.WhenIdleAsync().WaitAsync(cancellation);
                }
            }

            clock.MoveTo(until);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// Begins to move the clock as <see cref="AdvanceAsync"/> does and comes back at once: who asks from within a request of the app would
    /// wait for that request's own end.
    /// </summary>
    /// <returns>False: another such move is under way, and this one was not begun.</returns>
    public bool BeginAdvance(DateTimeOffset until)
    {
        lock (_moveGate)
        {
            if (!_moving.IsCompleted)
                return false;
            _movingTo = until;
            _moving = Task.Run(() => AdvanceAsync(until, _stopping.Token));
            return true;
        }
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _moving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _oneAtATime.Dispose();
        _changed.Dispose();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (NextDue <= now)
            {
                await _oneAtATime.WaitAsync(stopping);
                try
                {
                    foreach (IDueSource source in _sources)
                        await FireAsync(source, clock.GetUtcNow());
                }
                finally
                {
                    _oneAtATime.Release();
                }
            }

            await _changed.WaitAsync(UntilNextDue(), stopping);
        }
    }

    private static async Task FireAsync(IDueSource source, DateTimeOffset now)
    {
        if (source.NextDue <= now)
            await source.FireDueAsync(now);
    }

    private TimeSpan UntilNextDue()
    {
        // Something still due after firing says by NextDueChanged when it has moved on; the second is only a net under that.
        TimeSpan wait = NextDue is { } next ? next - clock.GetUtcNow() : LongestWait;
        return wait <= TimeSpan.Zero ? TimeSpan.FromSeconds(1) : wait < LongestWait ? wait : LongestWait;
    }

    private void Wake()
    {
        if (_changed.CurrentCount == 0)
            _changed.Release();
    }
}
