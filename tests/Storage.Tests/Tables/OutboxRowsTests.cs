using NtmServerless.Storage.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

public sealed class OutboxRowsTests
{
    private readonly Machine _machine = new();
    private readonly OutboxRows _rows;

    public OutboxRowsTests() => _rows = new OutboxRows(_machine);

    [Fact]
    public async Task Sweep_IsWorthwhile_AtTheStartAndOnceADay()
    {
        Assert.True(_rows.MayBeLeft);
        Assert.Equal(3, await SweepAsync());
        Assert.False(_rows.MayBeLeft);

        _machine.Now += TimeSpan.FromHours(25);
        Assert.True(_rows.MayBeLeft);
    }

    [Fact]
    public async Task Sweep_IsWorthwhile_WhileARowMayStillCome_OrASweepFailed()
    {
        await SweepAsync();
        _rows.Written("p", "out-1");
        await SweepAsync();
        Assert.True(_rows.MayBeLeft, "its transaction may have come after the look");

        _machine.Now += TimeSpan.FromMinutes(11);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rows.SweepAsync(() => throw new InvalidOperationException()));
        Assert.True(_rows.MayBeLeft);

        await SweepAsync();
        Assert.False(_rows.MayBeLeft);
    }

    [Fact]
    public async Task Sweep_AfterTheRowWasTakenAway_IsNot()
    {
        await SweepAsync();
        _rows.Written("p", "out-1");
        _rows.TakenAway("p", "out-1");

        Assert.False(_rows.MayBeLeft);
    }

    private Task<int> SweepAsync() => _rows.SweepAsync(() => Task.FromResult<int[]>([1, 2]));

    private sealed class Machine : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
