using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class BusinessClockTests : IDisposable
{
    private static readonly DateTimeOffset Rehearsal = new(2024, 5, 2, 8, 0, 0, TimeSpan.FromHours(7));

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
        Open().MoveTo(Rehearsal);

        Assert.True(Open().GetUtcNow() >= Rehearsal);
    }

    [Fact]
    public void VirtualClock_MovesOnlyWhenTold_AndNeverBack()
    {
        BusinessClock clock = Open(Rehearsal);
        _machine.Pass(TimeSpan.FromDays(1));
        Assert.Equal(Rehearsal, clock.GetUtcNow());

        clock.MoveTo(Rehearsal.AddHours(1));
        clock.MoveTo(Rehearsal);

        Assert.Equal(Rehearsal.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public void VirtualClock_StartedAgainAsVirtual_GoesOnFromItsLastInstant()
    {
        Open(Rehearsal).MoveTo(Rehearsal.AddDays(40));

        BusinessClock again = Open(Rehearsal);

        Assert.Equal((ClockMode.Virtual, Rehearsal.AddDays(40)), (again.Mode, again.GetUtcNow()));
    }

    [Fact]
    public void VirtualClock_StartedPlainly_BecomesPracticeFromItsLastInstant()
    {
        Open(Rehearsal).MoveTo(Rehearsal.AddDays(40));

        BusinessClock practice = Open();

        Assert.Equal((ClockMode.Practice, Rehearsal.AddDays(40)), (practice.Mode, practice.GetUtcNow()));
        _machine.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(Rehearsal.AddDays(40).AddSeconds(5), practice.GetUtcNow());
    }

    [Fact]
    public void RealClock_IsForAnOwnPlan_AndCannotBeMoved()
    {
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), null, ownPlan: true, lost: null, _machine);

        Assert.Equal(_machine.GetUtcNow(), clock.GetUtcNow());
        Assert.Throws<InvalidOperationException>(() => clock.MoveTo(Rehearsal));
        Assert.Equal(ClockMode.Real, Open().Mode);
    }

    [Fact]
    public void VirtualClock_InAFolderWithAnotherClock_IsRefused()
    {
        Open();

        HostStartException conflict = Assert.Throws<HostStartException>(() => Open(Rehearsal));

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

        clock.MoveTo(Rehearsal);
        Assert.Equal((Rehearsal, _machine.GetTimestamp(), Rehearsal.AddMinutes(2)), Read(path));
        _machine.Pass(TimeSpan.FromSeconds(1));
        clock.Stop();
        Assert.Equal((Rehearsal.AddSeconds(1), 0L, Rehearsal.AddSeconds(1)), Read(path));
    }

    [Fact]
    public void SharedClock_OfAVirtualOne_StandsStillWhereItWasMoved()
    {
        BusinessClock clock = Open(Rehearsal);
        string path = Path.Combine(_folder.Path, "shared");
        using SharedClock shared = new(path);
        clock.ShareIn(shared);
        Assert.Equal((Rehearsal, 0L, Rehearsal), Read(path));

        clock.MoveTo(Rehearsal.AddDays(1));

        Assert.Equal((Rehearsal.AddDays(1), 0L, Rehearsal.AddDays(1)), Read(path));
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
