using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>How classes are dealt out: of two officers who deal at once, or of whom one plans, the later one decides on what the first left.</summary>
public sealed class ShareStoreTests(AzuriteServer azurite)
{
    private static readonly PlanId Plan = Sample.PlanId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_WhileAnotherOneIsWritten_DecidesAgainOnThatOne(bool dealtBefore)
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time), other = new(office.Storage, office.Time);
        if (dealtBefore) await other.ChangeAsync(Plan, s => Task.FromResult(Dealt(s, 9)), Cancellation);
        List<int> read = [];
        RuleBrokenException refused = await Assert.ThrowsAsync<RuleBrokenException>(() => store.ChangeAsync(Plan, async s =>
        {
            read.Add(s.Version);
            if (read.Count > 1) throw new RuleBrokenException(Rule.SharesChanged);
            // Somebody is faster between the reading and the writing.
            await other.ChangeAsync(Plan, t => Task.FromResult(Dealt(t, 2)), Cancellation);
            return Dealt(s, 3);
        }, Cancellation));
        Assert.Equal(Rule.SharesChanged, refused.Rule);
        Assert.Equal(dealtBefore ? [1, 2] : [0, 1], read);
        Assert.Equal(2, (await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"));
    }

    [Fact]
    public async Task Change_WhileAClassIsPlanned_SeesThatClass_AndPlanningSeesWhatWasDealt()
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time);
        await store.ChangeAsync(Plan, s => Task.FromResult(Dealt(s, 9)), Cancellation);
        List<int> classes = [];
        await store.ChangeAsync(Plan, async s =>
        {
            classes.Add((await office.Summaries.OfPlanAsync(Plan, Cancellation)).Count);
            if (classes.Count == 1) await PlanAsync(office, "k1", _ => { });
            return Dealt(s, 5);
        }, Cancellation);
        Assert.Equal([0, 1], classes);

        List<int?> shares = [];
        await PlanAsync(office, "k2", dealt =>
        {
            shares.Add(dealt.ShareOf("s", "u"));
            if (shares.Count == 1) store.ChangeAsync(Plan, s => Task.FromResult(Dealt(s, 6)), Cancellation).Wait(Cancellation);
        });
        Assert.Equal([5, 6], shares);
        Assert.Equal(6, (await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"));
    }

    [Fact]
    public async Task Get_OfWhatAnEarlierVersionKept_StandsUntilTheOfficeDealsAgain()
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time);
        await office.Storage.Table(StorageNames.Plans).AddEntityAsync(Row.Of("class-shares", $"class-shares.{Plan}", Dealt(PlanShares.None, 7)), Cancellation);
        Assert.Equal(7, (await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"));
        await PlanAsync(office, "k", dealt => Assert.Equal(7, dealt.ShareOf("s", "u")));
        Assert.Equal(7, (await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"));
        await store.ChangeAsync(Plan, s => Task.FromResult(Dealt(s, 3)), Cancellation);
        Assert.Equal((3, 2), ((await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"), (await store.GetAsync(Plan, Cancellation)).Version));
    }

    [Fact]
    public async Task Find_AfterAChange_HasIt_AndAnotherPlanHasNone()
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time);
        Assert.Null((await store.FindAsync(Plan, Cancellation)).ShareOf("s", "u"));
        await store.ChangeAsync(Plan, s => Task.FromResult(Dealt(s, 4)), Cancellation);
        Assert.Equal((4, 1), ((await store.FindAsync(Plan, Cancellation)).ShareOf("s", "u"), (await store.FindAsync(Plan, Cancellation)).Version));
        Assert.Empty((await store.FindAsync(new("ke-hoach-khac"), Cancellation)).Streams);
    }

    private static Task<TrainingClass> PlanAsync(Office office, string key, Action<PlanShares> look) => office.Founding.FoundAsync(
        Plan, Sample.Submission(key), new Waker(), (id, existing, dealt) =>
        {
            look(dealt);
            return Sample.PlannedClass(id, existing.Count + 1);
        }, Cancellation);

    private static PlanShares Dealt(PlanShares before, int classes) =>
        new([new StreamShares("s", [new ClassShare("u", classes)], FixedTime.Start, "Mai")], before.Version + 1);
}
