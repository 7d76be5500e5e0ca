using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>Committed, and then the storage or the orchestrations were away: published by the same process, without a sweep.</summary>
public sealed class LateTests(AzuriteServer azurite)
{
    private const string Lead = "phong-nong-nghiep";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private bool _away = true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Class_WhoseSummaryInboxAndWakingFailed_IsPublishedLate()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(3));
        Office shaky = Shaky(office, "ClassSummaries", "Post");
        Waker waker = new() { Fails = _ => _away };
        await shaky.DecideAsync(new("c1"), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start), waker: waker);
        Assert.Equal(ClassStage.Registering, await ListedAsync(office));

        _away = false;
        await ComesAsync(() => shaky.Ledger.PublishLateAsync(waker, Cancellation));

        Assert.Equal(ClassStage.Cancelled, await ListedAsync(office));
        Assert.NotEmpty(await new PostStore(office.Storage, office.Time).InboxAsync(Sample.PlanId, Sample.OpenClass(3).LeadUnitId, Cancellation));
        Assert.Equal(["c1"], waker.Woken);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
        Assert.Equal(0, await shaky.Ledger.PublishLateAsync(waker, Cancellation));
    }

    [Fact]
    public async Task Class_FoundedHalf_IsFinishedLate()
    {
        Office office = await Office.OpenAsync(azurite);
        int transactions = 0;
        Office shaky = office.Beside(new Faults(r => _away && Faults.IsTransaction(r) && Interlocked.Increment(ref transactions) > 1 ? Fault.Unavailable : Fault.None));
        await Assert.ThrowsAnyAsync<Exception>(() => shaky.Founding.FoundAsync(
            Sample.PlanId, Sample.Submission("k"), new Waker(), (id, _, _) => Sample.PlannedClass(id, 1), Cancellation));
        string id = Assert.Single(await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Id;

        _away = false;
        Waker waker = new();
        await ComesAsync(() => shaky.Founding.FinishLateAsync(waker, Cancellation));

        Assert.Equal(1, (await office.Records.GetAsync(new(id), Cancellation)).Number);
        Assert.Equal([id], waker.Woken);
    }

    [Fact]
    public async Task Tour_WhosePostingAndWakingFailed_IsPublishedLate()
    {
        Office office = await Office.OpenAsync(azurite);
        Office shaky = Shaky(office, "Post");
        TourStore tours = new(shaky.Storage, shaky.Post, shaky.Time);
        Waker waker = new() { Fails = _ => _away };
        StudyTour tour = await tours.FoundAsync(Sample.PlanId, Sample.Submission("found"), waker, id => new StudyTour
        {
            Id = id,
            PlanId = Sample.PlanId,
            PlannedTourId = "tham-quan-hoc-tap",
            LeadUnitId = Lead,
            MinimumMembers = 1,
            MaximumMembers = 3,
        }, Cancellation);
        await tours.WriteAsync(Sample.PlanId, tour.Id, Sample.Submission("off"), waker, t => Task.FromResult(new TourChange(TourDecisions.Cancel(t, "lũ"))), Cancellation);
        Assert.Empty(waker.Woken);

        _away = false;
        await ComesAsync(() => tours.PublishLateAsync(waker, Cancellation));

        Assert.Equal([tour.Id], waker.Woken);
        Assert.Single(await new PostStore(office.Storage, office.Time).InboxAsync(Sample.PlanId, Lead, Cancellation));
    }

    [Fact]
    public async Task Report_WhoseWakingFailed_IsWokenLate()
    {
        Office office = await Office.OpenAsync(azurite);
        ReportingPeriod period = new(PeriodKind.Month, 2024, 4, new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 30));
        PeriodicReport report = await office.Reports.AskAsync(
            new PeriodicReport { PlanId = Sample.PlanId, Id = period.Id, Period = period, AskedAt = FixedTime.Start }, Cancellation);
        Waker waker = new() { Fails = _ => _away };
        await office.Reports.WakeAsync(waker, report, Cancellation);

        _away = false;
        await ComesAsync(() => office.Reports.PublishLateAsync(waker, Cancellation));

        Assert.Equal([report.Id], waker.Woken);
    }

    private Office Shaky(Office office, params string[] tables) => office.Beside(new Faults(r =>
        _away && tables.Any(t => r.Uri.Path.Contains(t, StringComparison.Ordinal)) ? Fault.Unavailable : Fault.None));

    private static async Task<ClassStage> ListedAsync(Office office) => (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Stage;

    private static Task ComesAsync(Func<Task<int>> publish) => Eventually.TrueAsync(async () => await publish() > 0, Limit, "it is published late");
}
