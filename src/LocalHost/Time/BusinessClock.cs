namespace NtmServerless.LocalHost.Time;

/// <summary>
/// Business time of one data folder. Only <see cref="GetUtcNow"/> is business time; timestamps and timers of this
/// provider stay machine time, because a wait in business time is a durable timer or a TimerTrigger.
/// </summary>
internal sealed class BusinessClock : TimeProvider
{
    /// <summary>The practice clock is written this far ahead, so that a crash never sets it back.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <summary>It is written again while the app, which reads on its own, still has this long to go.</summary>
    private static readonly TimeSpan Room = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly ClockFile _file;
    private readonly TimeProvider _machine;
    private DateTimeOffset _base;
    private long _baseTimestamp;
    private DateTimeOffset _ceiling;
    private SharedClock? _shared;
    private bool _stopped;

    private BusinessClock(ClockFile file, ClockState state, TimeProvider machine)
    {
        _file = file;
        _machine = machine;
        Mode = state.Mode;
        SetBase(state.Now);
        Persist(state.Now);
    }

    public ClockMode Mode { get; }

    /// <summary>When a practice folder begins: before the sample plan's first classes.</summary>
    public static DateTimeOffset PracticeStart { get; } = new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Goes on with the folder's clock, or begins one.</summary>
    /// <param name="file">The folder's clock file.</param>
    /// <param name="virtualStart">Where a rehearsal begins; in a folder that has a virtual clock already, it goes on instead.</param>
    /// <param name="ownPlan">Whether the office named its own plan: a fresh folder then has the real clock.</param>
    /// <param name="lost">What is known of a folder that has data and no readable clock file; null: the file is there, or the folder is fresh.</param>
    /// <param name="machine">Machine time.</param>
    /// <exception cref="HostStartException">
    /// A virtual clock was asked for a folder that lives by another; or the clock was lost and cannot be made anew.
    /// </exception>
    public static BusinessClock Open(ClockFile file, DateTimeOffset? virtualStart, bool ownPlan, LostClock? lost, TimeProvider machine)
    {
        ClockState state = (file.Read() ?? lost?.Restore(file.LatestRead(), machine)) is { } known
            ? GoOn(known, virtualStart is not null)
            : Begin(virtualStart, ownPlan, machine);
        return new BusinessClock(file, state, machine);
    }

    public override DateTimeOffset GetUtcNow()
    {
        if (Mode == ClockMode.Real)
            return _machine.GetUtcNow();
        lock (_gate)
        {
            DateTimeOffset now = Running();
            if (Mode == ClockMode.Practice && !_stopped && now >= _ceiling - Room)
                TryPersist(now + Ahead);
            return now < _ceiling || Mode == ClockMode.Virtual ? now : _ceiling;
        }
    }

    /// <summary>From now on the app's process can read it there. The real clock needs no telling.</summary>
    public void ShareIn(SharedClock shared)
    {
        lock (_gate)
        {
            _shared = shared;
            Share();
        }

        // Writes a practice clock ahead.
        GetUtcNow();
    }

    /// <summary>Moves business time forward, on disk before anyone can read it. Never moves it back.</summary>
    /// <exception cref="InvalidOperationException">The clock is the real one.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        if (Mode == ClockMode.Real)
            throw new InvalidOperationException("The real clock cannot be moved.");
        lock (_gate)
        {
            if (instant <= Running())
                return;
            Persist(Mode == ClockMode.Practice ? instant + Ahead : instant);
            SetBase(instant);
            Share();
        }
    }

    /// <summary>Stands still from now on and writes the exact instant, from which the next start goes on.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (_stopped || Mode != ClockMode.Practice)
                return;
            SetBase(Running());
            _stopped = true;
            TryPersist(_base);
        }
    }

    private static ClockState GoOn(ClockState known, bool wantsVirtual) => known.Mode switch
    {
        ClockMode.Virtual when !wantsVirtual => known with { Mode = ClockMode.Practice },
        ClockMode.Virtual => known,
        _ when wantsVirtual => throw new HostStartException(
            HostStartException.WrongUse, "--virtual-clock chỉ dùng được với thư mục dữ liệu mới; thư mục này đã có đồng hồ riêng."),
        _ => known,
    };

    private static ClockState Begin(DateTimeOffset? virtualStart, bool ownPlan, TimeProvider machine)
    {
        if (virtualStart is { } start)
            return new ClockState(ClockMode.Virtual, start.ToUniversalTime());
        return ownPlan ? new ClockState(ClockMode.Real, machine.GetUtcNow()) : new ClockState(ClockMode.Practice, PracticeStart);
    }

    private DateTimeOffset Running() =>
        Mode == ClockMode.Practice && !_stopped ? _base + _machine.GetElapsedTime(_baseTimestamp) : _base;

    private void SetBase(DateTimeOffset instant)
    {
        _base = instant;
        _baseTimestamp = _machine.GetTimestamp();
    }

    private void Persist(DateTimeOffset ceiling)
    {
        _file.Write(new ClockState(Mode, ceiling));
        _ceiling = ceiling;
        Share();
    }

    // On a full disk the clock stands still at what is written, until there is room again.
    private void TryPersist(DateTimeOffset ceiling)
    {
        try
        {
            Persist(ceiling);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
        }
    }

    private void Share() => _shared?.Write(_base, Mode == ClockMode.Practice && !_stopped ? _baseTimestamp : 0, _ceiling);
}
