using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>The storage committed and its answer got lost: the client's own retry then meets 409 or 412.</summary>
public sealed class LostAnswerTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_WhenTheAnswerIsLost_IsRegisteredOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        Faults faults = Faults.LoseTransactionAnswers(1);

        Registration r = await office.Beside(faults).RegisterAsync(new("c1"), Sample.Person(1));

        Assert.Equal(1, faults.Happened);
        Registration kept = Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation));
        Assert.Equal((kept.Code, 1), (r.Code, r.Sequence));
        Assert.Equal(1, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
    }

    [Fact]
    public async Task Burst_WhenTheAnswerIsLost_EverybodyIsRegisteredOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        Office shaky = office.Beside(Faults.LoseTransactionAnswers(1));
        Hold hold = shaky.HoldDesk(new("c1"));

        Task<Registration>[] asked = [.. Enumerable.Range(1, 8).Select(i => shaky.RegisterAsync(new("c1"), Sample.Person(i)))];
        await hold.ReleaseAsync();

        Registration[] answers = await Task.WhenAll(asked);
        IReadOnlyList<Registration> kept = await office.Records.RegistrationsAsync(new("c1"), Cancellation);
        Assert.Equal(kept.Select(r => r.Code).Order(), answers.Select(r => r.Code).Order());
        Assert.Equal(Enumerable.Range(1, 8), kept.Select(r => r.Sequence));
    }

    [Fact]
    public async Task Cancel_WhenTheAnswerIsLost_IsCancelledOnceAndOneMovesUp()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(1));
        Registration first = await office.RegisterAsync(new("c1"), Sample.Person(1));
        await office.RegisterAsync(new("c1"), Sample.Person(2));
        await office.RegisterAsync(new("c1"), Sample.Person(3));

        Registration answer = await office.Beside(Faults.LoseTransactionAnswers(1)).CancelAsync(new("c1"), first.Code);

        Assert.Equal(RegistrationStatus.Cancelled, answer.Status);
        Assert.Equal(
            [RegistrationStatus.Cancelled, RegistrationStatus.Confirmed, RegistrationStatus.Waitlisted],
            (await office.Records.RegistrationsAsync(new("c1"), Cancellation)).Select(r => r.Status));
    }

    [Fact]
    public async Task Decide_WhenTheAnswerIsLost_GivesTheDecisionAndNotItsRefusal()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));

        TrainingClass answer = await office.Beside(Faults.LoseTransactionAnswers(1)).DecideAsync(new("c1"),
            c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start));

        Assert.Equal(ClassStage.Cancelled, answer.Stage);
        Assert.Single(await office.Records.NoticesAsync(new("c1"), Cancellation));
    }

    [Fact]
    public async Task Decide_WhenTheAnswerIsLost_WakesTheLifecycleAllTheSame()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        Office shaky = office.Beside(Faults.LoseTransactionAnswers(1));
        Waker waker = new();

        await shaky.DecideAsync(new("c1"), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start), waker: waker);

        await Eventually.TrueAsync(() => Task.FromResult(shaky.Ledger.IsIdle), TimeSpan.FromSeconds(5), "the clerk is done");
        Assert.Equal(["c1"], waker.Woken);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
        Assert.Equal(ClassStage.Cancelled, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Stage);
    }

    [Fact]
    public async Task Register_WhenEveryAnswerIsLost_SucceedsForTheSameKeyLater()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));

        await office.Beside(Faults.LoseTransactionAnswers(3)).RegisterAsync(new("c1"), Sample.Person(1), "key").ContinueWith(_ => { }, TaskScheduler.Default);

        Registration again = await office.RegisterAsync(new("c1"), Sample.Person(1), "key");
        Assert.Equal(again.Code, Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation)).Code);
    }
}
