using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using NtmServerless.Testing;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class ClockDriverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InFlight _inFlight = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunningClock_FiresWhatBecomesDue_AlsoWhenItIsAddedLater()
    {
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), null, ownPlan: false, lost: null, TimeProvider.System);
        OneMoment source = new();
        using ClockDriver driver = new(clock, _inFlight, [source]);
        driver.Start();

        DateTimeOffset due = clock.GetUtcNow().AddMilliseconds(60);
        source.SetDue(due);
        DateTimeOffset fired = await source.Fired.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await driver.StopAsync();

        Assert.True(fired >= due);
    }

    [Fact]
    public async Task VirtualClock_StandsStillUntilWhatIsUnderWayHasEnded()
    {
        DateTimeOffset start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), start, ownPlan: false, lost: null, TimeProvider.System);
        OneMoment source = new();
        source.SetDue(start.AddHours(1));
        using ClockDriver driver = new(clock, _inFlight, [source]);
        IDisposable request = _inFlight.Begin();

        Task advance = driver.AdvanceAsync(start.AddDays(1), TestContext.Current.CancellationToken);
        Assert.Equal(start, clock.GetUtcNow());
        request.Dispose();
        await advance;

        Assert.Equal(start.AddHours(1), await source.Fired.Task);
        Assert.Equal(start.AddDays(1), clock.GetUtcNow());
    }

    [Fact]
    public async Task Move_ThatIsBegunWithinARequest_GoesOnWhenItHasEnded_AndOneAtATime()
    {
        DateTimeOffset start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), start, ownPlan: false, lost: null, TimeProvider.System);
        OneMoment source = new();
        source.SetDue(start.AddHours(1));
        using ClockDriver driver = new(clock, _inFlight, [source]);
        IDisposable request = _inFlight.Begin();

        Assert.True(driver.BeginAdvance(start.AddDays(1)));
        Assert.Equal(start.AddDays(1), driver.MovingTo);
        Assert.False(driver.BeginAdvance(start.AddDays(2)));
        Assert.Equal(start, clock.GetUtcNow());
        request.Dispose();

        Assert.Equal(start.AddHours(1), await source.Fired.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        await Eventually.TrueAsync(() => Task.FromResult(driver.MovingTo is null), TimeSpan.FromSeconds(20), "the move has ended");
        Assert.Equal(start.AddDays(1), clock.GetUtcNow());
        await driver.StopAsync();
    }

    [Fact]
    public async Task Move_ThatIsUnderWay_EndsWithTheHost()
    {
        DateTimeOffset start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), start, ownPlan: false, lost: null, TimeProvider.System);
        using ClockDriver driver = new(clock, _inFlight, []);
        using IDisposable request = _inFlight.Begin();
        Assert.True(driver.BeginAdvance(start.AddDays(1)));

        await driver.StopAsync();

        Assert.Equal((null, start), (driver.MovingTo, clock.GetUtcNow()));
    }

    private sealed class OneMoment : IDueSource
    {
        public event Action? NextDueChanged;

        public TaskCompletionSource<DateTimeOffset> Fired { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset? NextDue { get; private set; }

        public void SetDue(DateTimeOffset due)
        {
            NextDue = due;
            NextDueChanged?.Invoke();
        }

        public Task FireDueAsync(DateTimeOffset now)
        {
            NextDue = null;
            Fired.SetResult(now);
            return Task.CompletedTask;
        }
    }
}
