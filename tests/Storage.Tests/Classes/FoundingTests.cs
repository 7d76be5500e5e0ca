using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>A new class takes its place in the plan, then its own records are made.</summary>
public sealed class FoundingTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Found_ByManyOfficersAtOnce_NeverExceedsTheStream()
    {
        Office one = await Office.OpenAsync(azurite);
        Office two = one.Beside();

        Task<TrainingClass>[] asked = [.. Enumerable.Range(0, 6).Select(i => FoundAsync(i % 2 == 0 ? one : two, $"k{i}", atMost: 2))];
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(2, asked.Count(t => t.IsCompletedSuccessfully));
        Assert.All(asked.Where(t => t.IsFaulted), t => Assert.Equal(Rule.StreamFull, Assert.IsType<RuleBrokenException>(t.Exception!.InnerException).Rule));
        Assert.Equal([1, 2], (await one.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Select(c => c.Number).Order());
    }

    [Fact]
    public async Task Found_TheSameSubmissionAgain_IsOneClass()
    {
        Office office = await Office.OpenAsync(azurite);

        TrainingClass[] founded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FoundAsync(office, "k", atMost: 5)));

        Assert.Single(founded.Select(c => c.Id).Distinct());
        Assert.Single(await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation));
        Assert.Empty(await office.RowsAsync(founded[0].Id, "out-"));
    }

    [Fact]
    public async Task Found_TheSameKeyWithAnotherContent_IsRefused()
    {
        Office office = await Office.OpenAsync(azurite);
        TrainingClass c = await FoundAsync(office, "k", atMost: 5);
        await Assert.ThrowsAsync<SubmissionReusedException>(() => FoundAsync(office, "k", atMost: 5, content: "other"));

        await office.DecideAsync(c.Id, current => ClassDecisions.Cancel(current, "trùng", FixedTime.Start));

        await Assert.ThrowsAsync<SubmissionReusedException>(() => FoundAsync(office, "k", atMost: 5, content: "other"));
        Assert.Equal(c.Id, (await FoundAsync(office, "k", atMost: 5)).Id);
    }

    [Fact]
    public async Task Found_WhenAnAnswerIsLost_IsOneClass()
    {
        Office office = await Office.OpenAsync(azurite);

        TrainingClass c = await FoundAsync(office.Beside(Faults.LoseTransactionAnswers(2)), "k", atMost: 1);

        Assert.Equal(c.Id, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Id);
        Assert.Equal(ClassStage.Planned, (await office.Records.GetAsync(c.Id, Cancellation)).Stage);
    }

    [Fact]
    public async Task Found_WhenItsRecordsCouldNotBeMade_IsHealedByTheRepeat()
    {
        Office office = await Office.OpenAsync(azurite);
        await Assert.ThrowsAnyAsync<Exception>(() => FoundAsync(CutShort(office), "k", atMost: 1));
        TrainingClass half = (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single();
        await Assert.ThrowsAsync<RecordMissingException>(() => office.Records.GetAsync(half.Id, Cancellation));
        Waker waker = new();

        TrainingClass again = await FoundAsync(office, "k", atMost: 1, waker: waker);

        Assert.Equal(half.Id, again.Id);
        Assert.Equal(half.Id, (await office.Records.GetAsync(half.Id, Cancellation)).Id);
        Assert.Equal([half.Id], waker.Woken);
    }

    [Fact]
    public async Task Heal_FinishesWhatACrashCutShort_Once()
    {
        Office office = await Office.OpenAsync(azurite);
        await FoundAsync(office, "whole", atMost: 5);
        await Assert.ThrowsAnyAsync<Exception>(() => FoundAsync(CutShort(office), "k", atMost: 5));
        Waker waker = new();

        int healed = await office.Founding.HealAsync(Sample.PlanId, waker, Cancellation);

        Assert.Equal((1, 0), (healed, await office.Founding.HealAsync(Sample.PlanId, waker, Cancellation)));
        foreach (TrainingClass c in await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation))
            Assert.Equal(c.Number, (await office.Records.GetAsync(c.Id, Cancellation)).Number);
        Assert.Single(waker.Woken);
        await Assert.ThrowsAsync<SubmissionReusedException>(() => FoundAsync(office, "k", atMost: 5, content: "other"));
    }

    [Fact]
    public async Task Found_WhenWakingFails_IsFoundedAndTheSweeperWakes()
    {
        Office office = await Office.OpenAsync(azurite);

        TrainingClass c = await FoundAsync(office, "k", atMost: 1, waker: new Waker { Fails = _ => true });

        Waker waker = new();
        Assert.Equal(1, await office.Ledger.SweepAsync(waker, Cancellation));
        Assert.Equal([c.Id], waker.Woken);
    }

    // The plan's partition is written, the class's own is not reached.
    private static Office CutShort(Office office)
    {
        int transactions = 0;
        return office.Beside(new Faults(r => Faults.IsTransaction(r) && Interlocked.Increment(ref transactions) > 1 ? Fault.Unavailable : Fault.None));
    }

    private static Task<TrainingClass> FoundAsync(Office office, string key, int atMost, string content = "a", Waker? waker = null) =>
        office.Founding.FoundAsync(Sample.PlanId, Sample.Submission(key, content), waker ?? new Waker(),
            (id, existing, _) => existing.Count < atMost ? Sample.PlannedClass(id, existing.Count + 1) : throw new RuleBrokenException(Rule.StreamFull),
            Cancellation);
}
