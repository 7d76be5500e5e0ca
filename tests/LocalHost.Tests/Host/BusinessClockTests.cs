using NtmServerless.LocalHost.Tests.Host.Support;
using NtmServerless.LocalHost.Time;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Host;

public sealed class BusinessClockTests : IDisposable
{
    private static readonly DateTimeOffset _rehearsal = new(2024, 5, 2, 8, 0, 0, TimeSpan.FromHours(7));

    private readonly TemporaryFolder _folder = new();
    private readonly SettableTime _machine = new();

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
    [InlineData(29)]
    [InlineData(31)]
    [InlineData(4000)]
    public void PracticeClock_AfterACrash_IsNeverBehindWhatWasSeen(int seconds)
    {
        BusinessClock crashed = Open();
        _machine.Pass(TimeSpan.FromSeconds(seconds));
        DateTimeOffset seen = crashed.GetUtcNow();

        DateTimeOffset after = Open().GetUtcNow();

        Assert.InRange(after, seen, seen.AddSeconds(30));
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
        BusinessClock clock = BusinessClock.Open(new ClockFile(_folder.Path), null, ownPlan: true, _machine);

        Assert.Equal(_machine.GetUtcNow(), clock.GetUtcNow());
        Assert.Throws<InvalidOperationException>(() => clock.MoveTo(_rehearsal));
        Assert.Equal(ClockMode.Real, Open().Mode);
    }

    [Fact]
    public void VirtualClock_InAFolderWithAnotherClock_IsRefused()
    {
        Open();

        ClockConflictException conflict = Assert.Throws<ClockConflictException>(() => Open(_rehearsal));

        Assert.Equal(ClockMode.Practice, conflict.Mode);
    }

    private BusinessClock Open(DateTimeOffset? virtualStart = null) =>
        BusinessClock.Open(new ClockFile(_folder.Path), virtualStart, ownPlan: false, _machine);
}
