using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

public sealed class OutboxRowsTests
{
    private const string Table = "Classes";

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
        _rows.Written(Table, "p", "out-1");
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
        _rows.Written(Table, "p", "out-1");
        _rows.TakenAway(Table, "p", "out-1");

        Assert.False(_rows.MayBeLeft);
    }

    [Fact]
    public async Task Row_StillOpenAfterSeconds_IsTriedAgainUntilItIsPublished()
    {
        _rows.Written(Table, "p", "out-1");
        _rows.Written("Tours", "p", "out-2");
        Assert.Empty(await TriedAsync(fails: true));

        _machine.Now += OutboxRows.First;
        Assert.Equal(["p/out-1"], await TriedAsync(fails: true));
        Assert.Empty(await TriedAsync(fails: true));
        for (int i = 0; i < 20; i++)
        {
            _machine.Now += TimeSpan.FromSeconds(3);
            Assert.Equal(["p/out-1"], await TriedAsync(fails: true));
        }

        _machine.Now += TimeSpan.FromSeconds(3);
        await _rows.TryAgainAsync(Table, (partition, open) =>
        {
            foreach (string row in open) _rows.TakenAway(Table, partition, row);
            return Task.FromResult(open.Count);
        });
        _machine.Now += TimeSpan.FromHours(1);
        Assert.Empty(await TriedAsync(fails: false));
    }

    [Fact]
    public async Task Row_WhoseTransactionWasRefused_IsLookedForOnce()
    {
        _rows.Written(Table, "p", "out-1");
        _rows.Refused(Table, "p", "out-1");
        _machine.Now += OutboxRows.First;

        Assert.Single(await TriedAsync(fails: false));
        _machine.Now += TimeSpan.FromMinutes(1);
        Assert.Empty(await TriedAsync(fails: false));
    }

    [Fact]
    public async Task Row_ThatNoLookFinds_MayStillCome_ForTenMinutes()
    {
        _rows.Written(Table, "p", "out-1");
        _machine.Now += TimeSpan.FromMinutes(9);
        Assert.Single(await TriedAsync(fails: false));
        _machine.Now += TimeSpan.FromMinutes(2);
        Assert.Single(await TriedAsync(fails: false));
        _machine.Now += TimeSpan.FromMinutes(2);
        Assert.Empty(await TriedAsync(fails: false));
    }

    [Fact]
    public async Task WhatIsOwed_IsTriedAgain_OnlyWhereItFailed()
    {
        await _rows.OweAsync(Table, "p", "done", () => Task.CompletedTask);
        await _rows.OweAsync(Table, "p", "failed", () => throw new OperationCanceledException());
        _machine.Now += OutboxRows.First;

        Assert.Equal(["p/failed"], await TriedAsync(fails: false));
    }

    private async Task<List<string>> TriedAsync(bool fails)
    {
        List<string> tried = [];
        await _rows.TryAgainAsync(Table, (partition, open) =>
        {
            tried.AddRange(open.Select(row => $"{partition}/{row}"));
            return fails ? throw new InvalidOperationException() : Task.FromResult(0);
        });
        return tried;
    }

    private Task<int> SweepAsync() => _rows.SweepAsync(() => Task.FromResult<int[]>([1, 2]));

    private sealed class Machine : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
