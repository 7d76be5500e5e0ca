using Xunit;

namespace NtmServerless.Storage.Tests.Communication;

/// <summary>Days are always the sum of their activities.</summary>
public sealed class CommunicationStoreTests(AzuriteServer azurite)
{
    private static readonly DateOnly First = new(2024, 4, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_BySixteenAtOnce_DaysAddUpToTheActivities()
    {
        const int Activities = 48;
        Office office = await Office.OpenAsync(azurite);
        CommunicationStore log = new(office.Storage, office.Time);

        await Parallel.ForEachAsync(Enumerable.Range(0, Activities), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (i, token) => await log.LogAsync(Sample.PlanId, Sample.Submission($"k{i}"), Activity(i), token));

        IReadOnlyList<CommunicationActivity> all = await log.ActivitiesAsync(Sample.PlanId, First, First.AddDays(30), Cancellation);
        IReadOnlyList<CommunicationDay> days = await log.DaysAsync(Sample.PlanId, First, First.AddDays(30), Cancellation);
        Assert.Equal(Activities, all.Count);
        Assert.Equal(
            all.GroupBy(a => (a.Date, a.UnitId, a.Channel)).Select(g => (g.Key, g.Sum(a => a.Count))).Order(),
            days.SelectMany(d => d.Counts.Select(c => ((d.Date, c.UnitId, c.Channel), c.Count))).Order());
    }

    [Fact]
    public async Task Log_TheSameSubmissionAgain_CountsOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        CommunicationStore log = new(office.Storage, office.Time);
        CommunicationStore shaky = new(office.Beside(Faults.LoseTransactionAnswers(1)).Storage, office.Time);

        await shaky.LogAsync(Sample.PlanId, Sample.Submission("k"), Activity(1), Cancellation);
        CommunicationActivity again = await log.LogAsync(Sample.PlanId, Sample.Submission("k"), Activity(7), Cancellation);

        Assert.Equal(Activity(1), again);
        Assert.Equal(2, (await log.DaysAsync(Sample.PlanId, First, First.AddDays(30), Cancellation)).Single().Counts.Single().Count);
        await Assert.ThrowsAsync<SubmissionReusedException>(
            () => log.LogAsync(Sample.PlanId, Sample.Submission("k", "other"), Activity(1), Cancellation));
    }

    [Fact]
    public async Task Days_OfASpan_TakeInBothEndsAndNothingElse()
    {
        Office office = await Office.OpenAsync(azurite);
        CommunicationStore log = new(office.Storage, office.Time);
        foreach (DateOnly date in (DateOnly[])[new(2023, 12, 31), new(2024, 1, 1), new(2024, 1, 31), new(2024, 2, 1)])
            await log.LogAsync(Sample.PlanId, Sample.Submission($"{date}"), Activity(0) with { Date = date, Id = $"a{date:yyyyMMdd}" }, Cancellation);

        Assert.Equal([new(2024, 1, 1), new(2024, 1, 31)],
            (await log.DaysAsync(Sample.PlanId, new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31), Cancellation)).Select(d => d.Date));
        Assert.Empty(await log.DaysAsync(new("another-plan"), new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 31), Cancellation));
    }

    [Fact]
    public async Task StrikeOut_TakesTheCountFromItsDay_Once()
    {
        Office office = await Office.OpenAsync(azurite);
        CommunicationStore log = new(office.Storage, office.Time);
        CommunicationActivity wrong = await log.LogAsync(Sample.PlanId, Sample.Submission("k1"), Activity(1), Cancellation);
        CommunicationActivity right = await log.LogAsync(Sample.PlanId, Sample.Submission("k2"), Activity(3) with { UnitId = wrong.UnitId, Channel = wrong.Channel }, Cancellation);
        CommunicationStore shaky = new(office.Beside(Faults.LoseTransactionAnswers(1)).Storage, office.Time);

        CommunicationActivity struck = await shaky.StrikeOutAsync(Sample.PlanId, wrong.Date, wrong.Id, Sample.Submission("k3"), Strike, Cancellation);

        Assert.Equal("nhầm", struck.StruckOut!.Reason);
        Assert.Equal(struck, await log.GetAsync(Sample.PlanId, wrong.Date, wrong.Id, Cancellation));
        CommunicationCount left = (await log.DaysAsync(Sample.PlanId, First, First.AddDays(30), Cancellation)).Single(d => d.Date == wrong.Date).Counts.Single();
        Assert.Equal(right.Count, left.Count);
        Assert.Equal(struck, await log.StrikeOutAsync(Sample.PlanId, wrong.Date, wrong.Id, Sample.Submission("k3"), Strike, Cancellation));
        await Assert.ThrowsAsync<RuleBrokenException>(
            () => log.StrikeOutAsync(Sample.PlanId, wrong.Date, wrong.Id, Sample.Submission("k4"), Strike, Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(
            () => log.StrikeOutAsync(Sample.PlanId, wrong.Date, "khong-co", Sample.Submission("k5"), Strike, Cancellation));
        Assert.Equal(["communication-logged", "communication-logged", "communication-struck-out"],
            (await log.AuditAsync(Sample.PlanId, FixedTime.Start, FixedTime.Start.AddDays(1), Cancellation)).Select(e => e.What).Order());

        static CommunicationActivity Strike(CommunicationActivity a) => a.Strike("nhầm", a.UnitId, FixedTime.Start);
    }

    private static CommunicationActivity Activity(int i) => new(
        $"a{i}", $"xa-{i % 2}", (CommunicationChannel)(i % 3), First.AddDays(i % 2), "Tuyên truyền", 1 + (i % 4), null, FixedTime.Start);
}
