using NtmServerless.LocalHost.Startup;
using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class BusinessClockTests : IDisposable
{
    private static readonly DateTimeOffset _rehearsal = new(2024, 5, 2, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly TemporaryFolder _folder = new();
    private readonly SettableTime _machine = new();
    private readonly long _machineStart;

    public BusinessClockTests()
    {
        // A timestamp of 0 would say that the clock stands still; no machine has it.
        _machine.Pass(TimeSpan.FromHours(1));
        _machineStart = _machine.GetTimestamp();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void PracticeClock_BeginsOn1April2024At7InVietnam_AndRuns()
    {
        BusinessClock clock = Open();

        Assert.Equal(ClockMode.Practice, clock.Mode);
        Assert.Equal(new DateTimeOffset(2024, 4, 1, 7, 0, 0, TimeSpan.FromHours(7)), clock.GetUtcNow());
        _machine.Pass(TimeSpan.FromMinutes(90));
        Assert.Equal(new DateTimeOffset(2024, 4, 1, 8, 30, 0, TimeSpan.FromHours(7)), clock.GetUtcNow());
    }

    [Fact]
    public void PracticeClock_StandsStillWhileTheProductIsOff()
    {
        BusinessClock before = Open();
        _machine.Pass(TimeSpan.FromMinutes(10));
        before.Stop();
        DateTimeOffset stopped = before.GetUtcNow();

        _machine.Pass(TimeSpan.FromDays(3));

        Assert.Equal(stopped, Open().GetUtcNow());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(61)]
    [InlineData(119)]
    [InlineData(4000)]
    public void PracticeClock_AfterACrash_IsNeverBehindWhatWasSeen(int seconds)
    {
        BusinessClock crashed = Open();
        _machine.Pass(TimeSpan.FromSeconds(seconds));
        DateTimeOffset seen = crashed.GetUtcNow();

        DateTimeOffset after = Open().GetUtcNow();

        Assert.InRange(after, seen, seen.AddMinutes(2));
    }

    [Fact]
    public void PracticeClock_Jumped_IsNotBehindAfterACrash()
    {
        Open().MoveTo(_rehearsal);

        Assert.True(Open().GetUtcNow() >= _rehearsal);
    }

    [Fact]
    public void VirtualClock_MovesOnlyWhenTold_AndNeverBack()
    {
        BusinessClock clock = Open(_rehearsal);
        _machine.Pass(TimeSpan.FromDays(1));
        Assert.Equal(_rehearsal, clock.GetUtcNow());

        clock.MoveTo(_rehearsal.AddHours(1));
        clock.MoveTo(_rehearsal);

        Assert.Equal(_rehearsal.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public void VirtualClock_StartedAgainAsVirtual_GoesOnFromItsLastInstant()
    {
        Open(_rehearsal).MoveTo(_rehearsal.AddDays(40));

        BusinessClock again = Open(_rehearsal);

        Assert.Equal((ClockMode.Virtual, _rehearsal.AddDays(40)), (again.Mode, again.GetUtcNow()));
    }

    [Fact]
    public void VirtualClock_StartedPlainly_BecomesPracticeFromItsLastInstant()
    {
        Open(_rehearsal).MoveTo(_rehearsal.AddDays(40));

        BusinessClock practice = Open();

        Assert.Equal((ClockMode.Practice, _rehearsal.AddDays(40)), (practice.Mode, practice.GetUtcNow()));
        _machine.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(_rehearsal.AddDays(40).AddSeconds(5), practice.GetUtcNow());
    }

    [Fact]
    public void RealClock_IsForAnOwnPlan_AndCannotBeMoved()
    {
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), null, ownPlan: true, lost: null, _machine);

        Assert.Equal(_machine.GetUtcNow(), clock.GetUtcNow());
        Assert.Throws<InvalidOperationException>(() => clock.MoveTo(_rehearsal));
        Assert.Equal(ClockMode.Real, Open().Mode);
    }

    [Fact]
    public void VirtualClock_InAFolderWithAnotherClock_IsRefused()
    {
        Open();

        HostStartException conflict = Assert.Throws<HostStartException>(() => Open(_rehearsal));

        Assert.Equal(HostStartException.WrongUse, conflict.ExitCode);
    }

    [Fact]
    public void SharedClock_TellsThePracticeClock_NoFurtherThanIsOnDisk_AndStandsStillAfterIt()
    {
        BusinessClock clock = Open();
        string path = Path.Combine(_folder.Path, "shared");
        using SharedClock shared = new(path);
        DateTimeOffset start = clock.GetUtcNow();
        _machine.Pass(TimeSpan.FromSeconds(59));
        clock.ShareIn(shared);
        Assert.Equal((start, _machineStart, start.AddMinutes(2)), Read(path));
        _machine.Pass(TimeSpan.FromSeconds(1));
        clock.GetUtcNow();
        Assert.Equal((start, _machineStart, start.AddMinutes(3)), Read(path));

        clock.MoveTo(_rehearsal);
        Assert.Equal((_rehearsal, _machine.GetTimestamp(), _rehearsal.AddMinutes(2)), Read(path));
        _machine.Pass(TimeSpan.FromSeconds(1));
        clock.Stop();
        Assert.Equal((_rehearsal.AddSeconds(1), 0L, _rehearsal.AddSeconds(1)), Read(path));
    }

    [Fact]
    public void SharedClock_OfAVirtualOne_StandsStillWhereItWasMoved()
    {
        BusinessClock clock = Open(_rehearsal);
        string path = Path.Combine(_folder.Path, "shared");
        using SharedClock shared = new(path);
        clock.ShareIn(shared);
        Assert.Equal((_rehearsal, 0L, _rehearsal), Read(path));

        clock.MoveTo(_rehearsal.AddDays(1));

        Assert.Equal((_rehearsal.AddDays(1), 0L, _rehearsal.AddDays(1)), Read(path));
    }

    private static (DateTimeOffset Instant, long Timestamp, DateTimeOffset Ceiling) Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using BinaryReader numbers = new(file);
        Assert.Equal(0, numbers.ReadInt64() % 2);
        return (new(numbers.ReadInt64(), TimeSpan.Zero), numbers.ReadInt64(), new(numbers.ReadInt64(), TimeSpan.Zero));
    }

    private BusinessClock Open(DateTimeOffset? virtualStart = null) =>
        BusinessClock.Open(new ClockFile(_folder.Path), virtualStart, ownPlan: false, lost: null, _machine);
}
