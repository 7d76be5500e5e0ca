using NtmServerless.LocalHost.Durable;
using NtmServerless.LocalHost.Time;

namespace NtmServerless.LocalHost.Timers;

/// <summary>
/// The app's timer functions, due by business time. Functions that are due together run one after the other in the
/// order of their names, and none overlaps itself: what comes due while it runs is made up for by its next run.
/// </summary>
internal sealed class TimerTriggers(
    IReadOnlyList<TimerSchedule> schedules, TimerRuns runs, ScheduleStatuses statuses, StorageRetry storage, BusinessClock clock, InFlight inFlight)
    : IDueSource, IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<TimerSchedule, DateTimeOffset> _next = [];
    private readonly Dictionary<TimerSchedule, ScheduleStatus> _status = [];
    private Task _running = Task.CompletedTask;

    public event Action? NextDueChanged;

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
                return _next.Count == 0 ? null : _next.Values.Min();
        }
    }

    /// <summary>Takes up the remembered schedules; runs at once what was missed or wants to run at start-up.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (schedules.Count == 0)
            return;
        DateTimeOffset now = clock.GetUtcNow();
        Dictionary<string, ScheduleStatus> known = await statuses.ReadAsync(cancellation);
        List<(TimerSchedule Schedule, bool IsPastDue)> atOnce = [];
        foreach (TimerSchedule schedule in schedules)
        {
            bool isPastDue = false;
            if (schedule.UseMonitor)
            {
                ScheduleStatus status = known.TryGetValue(schedule.Function.Name, out ScheduleStatus? kept)
                    ? kept.TakeUp(schedule)
                    : ScheduleStatus.Begin(schedule, now);
                _status[schedule] = status;
                isPastDue = status.Next < now.UtcDateTime;
                if (kept is null)
                    await statuses.WriteAsync(schedule.Function.Name, status);
            }

            if (isPastDue || schedule.RunOnStartup)
                atOnce.Add((schedule, isPastDue));
            else
                SetNext(schedule, now);
        }

        Run(atOnce, now);
        NextDueChanged?.Invoke();
    }

    public Task FireDueAsync(DateTimeOffset now)
    {
        List<(TimerSchedule, bool)> due = [];
        lock (_gate)
        {
            foreach (TimerSchedule schedule in schedules)
            {
                if (!_next.TryGetValue(schedule, out DateTimeOffset next) || next > now)
                    continue;
                _next.Remove(schedule);
                due.Add((schedule, false));
            }
        }

        Run(due, now);
        return Task.CompletedTask;
    }

    /// <summary>The app's process has begun anew: what wants to run at a start clears up behind the one that died.</summary>
    public void RunAtStart()
    {
        foreach (TimerSchedule schedule in schedules.Where(schedule => schedule.RunOnStartup))
            RunNow(schedule.Function.Name);
    }

    /// <summary>Runs a function now, beside its schedule; false when it has none.</summary>
    public bool RunNow(string function)
    {
        if (schedules.FirstOrDefault(s => string.Equals(s.Function.Name, function, StringComparison.OrdinalIgnoreCase)) is not { } schedule)
            return false;
        IDisposable scope = inFlight.Begin();
        lock (_gate)
            _running = Task.WhenAll(_running, Task.Run(() => RunBesideAsync(schedule, scope)));
        return true;
    }

    /// <summary>Starts nothing more, asks what runs to end, and waits for it.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        Task running;
        lock (_gate)
        {
            _next.Clear();
            running = _running;
        }

        await running;
    }

    public void Dispose() => _stopping.Dispose();

    private void Run(List<(TimerSchedule, bool)> due, DateTimeOffset now)
    {
        if (due.Count == 0 || _stopping.IsCancellationRequested)
            return;
        IDisposable scope = inFlight.Begin();
        lock (_gate)
            _running = Task.WhenAll(_running, Task.Run(() => RunEachAsync(due, now, scope)));
    }

    private async Task RunEachAsync(List<(TimerSchedule, bool)> due, DateTimeOffset now, IDisposable scope)
    {
        using (scope)
        {
            foreach ((TimerSchedule schedule, bool isPastDue) in due)
            {
                ScheduleStatus? status = _status.GetValueOrDefault(schedule);
                await runs.RunAsync(schedule, isPastDue, status, _stopping.Token);
                if (_stopping.IsCancellationRequested)
                    return;
                if (status is not null)
                    await RememberAsync(schedule, now);
                SetNext(schedule, clock.GetUtcNow());
            }
        }

        NextDueChanged?.Invoke();
    }

    private async Task RunBesideAsync(TimerSchedule schedule, IDisposable scope)
    {
        using (scope)
            await runs.RunAsync(schedule, isPastDue: false, _status.GetValueOrDefault(schedule), _stopping.Token);
    }

    private async Task RememberAsync(TimerSchedule schedule, DateTimeOffset ran)
    {
        ScheduleStatus status = ScheduleStatus.Ran(schedule, ran);
        lock (_gate)
            _status[schedule] = status;
        // A forgotten run would be run again.
        await storage.UntilItWorksAsync("run of a timer function", () => statuses.WriteAsync(schedule.Function.Name, status), _stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void SetNext(TimerSchedule schedule, DateTimeOffset now)
    {
        lock (_gate)
            _next[schedule] = schedule.NextAfter(now);
    }
}
