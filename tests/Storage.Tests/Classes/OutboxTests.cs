using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>What is committed is published: at once, or by the sweeper.</summary>
public sealed class OutboxTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_WhenTheChecklistChanges_WakesOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(9) with { Minimum = 2 });
        Waker waker = new();

        for (int i = 0; i < 4; i++) await office.RegisterAsync(new("c1"), Sample.Person(i), waker: waker);

        Assert.Equal(["c1"], waker.Woken);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
    }

    [Fact]
    public async Task Commit_WhenWakingFails_IsAnsweredAndTheSweeperWakes()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(9));
        Waker waker = new() { Fails = _ => true };

        TrainingClass answer = await office.DecideAsync(new("c1"), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start), waker: waker);

        Assert.Equal(ClassStage.Cancelled, answer.Stage);
        Assert.Single(await office.RowsAsync(new("c1"), "out-"));
        waker.Fails = _ => false;
        Assert.Equal(1, await office.Ledger.SweepAsync(waker, Cancellation));
        Assert.Equal(["c1"], waker.Woken);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
        Assert.Equal(0, await office.Ledger.SweepAsync(waker, Cancellation));
    }

    [Fact]
    public async Task Commit_WithoutAWaker_LeavesTheWakeUpToTheSweeper()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(9));
        await office.Ledger.WriteAsync(new("c1"), Sample.Submission("k"), null, (work, _) =>
        {
            work.Set(ClassDecisions.Cancel(work.Class, "lũ", FixedTime.Start));
            return Task.FromResult("done");
        });
        Waker waker = new();

        Assert.Single(await office.RowsAsync(new("c1"), "out-"));
        Assert.Equal(1, await office.Beside().Ledger.SweepAsync(waker, Cancellation));
        Assert.Equal(["c1"], waker.Woken);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
    }

    [Fact]
    public async Task Sweep_WhenOneCannotBeWoken_PublishesTheOthers()
    {
        Office office = await Office.OpenAsync(azurite);
        Waker away = new() { Fails = _ => true };
        foreach (string id in (string[])["c1", "c2", "c3"])
        {
            await office.KeepAsync(Sample.OpenClass(9, id));
            await office.DecideAsync(new(id), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start), waker: away);
        }

        Waker waker = new() { Fails = id => id == "c1" };
        await Assert.ThrowsAsync<AggregateException>(() => office.Ledger.SweepAsync(waker, Cancellation));

        Assert.Equal(["c2", "c3"], waker.Woken);
        Assert.Single(await office.RowsAsync(new("c1"), "out-"));
        Assert.Empty(await office.RowsAsync(new("c2"), "out-"));
        waker.Fails = _ => false;
        Assert.Equal(1, await office.Ledger.SweepAsync(waker, Cancellation));
    }
}
