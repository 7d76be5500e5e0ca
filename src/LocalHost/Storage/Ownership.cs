namespace NtmServerless.LocalHost.Storage;

/// <summary>
/// Whether this host can still be certain that the storage is its own. A process that was stopped, or a PC that slept, wakes
/// up in the middle of its work, and another host may have taken over by then: so no function begins, and the host writes and
/// reads no row, before the lease is renewed. Until the lease is held for the first time nobody is held up; the start does that.
/// </summary>
internal sealed class Ownership(TimeProvider machine)
{
    /// <summary>How long a lease lasts, by the storage's clock from when it was given; here, from when it was asked for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(25);

    /// <summary>Clocks differ, and what was begun in certainty takes its time to get to the storage.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private TaskCompletionSource _renewed = New(), _doubted = New();
    private Moment? _asked;
    private bool _isLost;

    public TimeProvider Machine => machine;

    public bool IsCertain
    {
        get
        {
            lock (_gate)
                return !_isLost && (_asked is not { } asked || !IsOver(asked));
        }
    }

    /// <summary>Completes when somebody waits for certainty: the lease should be renewed at once.</summary>
    public Task Doubted
    {
        get
        {
            lock (_gate)
                return _doubted.Task;
        }
    }

    public Moment Now() => new(machine.GetTimestamp(), machine.GetUtcNow());

    /// <summary>The lease was given to who had asked for it at that moment.</summary>
    public void Renewed(Moment asked)
    {
        lock (_gate)
        {
            if (_isLost)
                return;
            _asked = asked;
            _renewed.SetResult();
            (_renewed, _doubted) = (New(), New());
        }
    }

    /// <summary>Nothing begins here any more.</summary>
    public void Lose()
    {
        lock (_gate)
        {
            _isLost = true;
            _renewed.TrySetCanceled();
        }
    }

    /// <summary>Completes at once, or when the lease has been renewed.</summary>
    /// <exception cref="OperationCanceledException">The storage is this host's no longer.</exception>
    public async Task WhenCertainAsync(CancellationToken cancellation)
    {
        while (!IsCertain)
        {
            Task renewed;
            lock (_gate)
            {
                renewed = _renewed.Task;
                _doubted.TrySetResult();
            }

            await renewed.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsOver(Moment asked) =>
        machine.GetElapsedTime(asked.Timestamp) > Lease - Margin || machine.GetUtcNow() - asked.Clock > Lease - Margin;

    /// <summary>By both clocks: the first stands still while a PC sleeps, the second may be set.</summary>
    internal readonly record struct Moment(long Timestamp, DateTimeOffset Clock);
}
