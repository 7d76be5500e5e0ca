using Xunit;

namespace NtmServerless.Storage.Tests.Declarations;

/// <summary>Lists are kept whole or not at all, once; of two who decide at once one is heard.</summary>
public sealed class DeclarationStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Declare_TheSameListAgain_KeepsNothingTwice_AndTellsTheOfficeOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        DeclarationStore store = StoreOf(office), shaky = StoreOf(office.Beside(Faults.LoseTransactionAnswers(1)));

        DeclaredIds first = await DeclareAsync(shaky, DeclarationStore.MostAtOnce);
        DeclaredIds again = await DeclareAsync(store, 3);

        Assert.Equal(first.Ids, again.Ids);
        Assert.Equal(first.Ids.Order(), (await store.OfPlanAsync(Sample.PlanId, Cancellation)).Select(d => d.Id).Order());
        Assert.Equal(
            ["declaration-sent"], (await store.AuditAsync(Sample.PlanId, FixedTime.Start, FixedTime.Start.AddDays(1), Cancellation)).Select(e => e.What));
        Assert.Single(await new PostStore(office.Storage, office.Time).InboxAsync(Sample.PlanId, "van-phong-dieu-phoi", Cancellation));
    }

    [Fact]
    public async Task Write_ByTwoAtOnce_OneIsRefusedByTheRule()
    {
        Office office = await Office.OpenAsync(azurite);
        DeclarationStore store = StoreOf(office);
        DeclarationId id = (await DeclareAsync(store, 1)).Ids[0];
        int refused = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 2), Cancellation, async (i, token) =>
        {
            try
            {
                await store.WriteAsync(Sample.PlanId, id, Sample.Submission($"k{i}"), "declaration-returned", new Waker(),
                    d => Task.FromResult(DeclarationDecisions.Return(d, $"lý do {i}", "van-phong-dieu-phoi", FixedTime.Start)), token);
            }
            catch (RuleBrokenException e) when (e.Rule == Rule.DeclarationStage)
            {
                Interlocked.Increment(ref refused);
            }
        });

        DeclaredClass kept = await store.GetAsync(Sample.PlanId, id, Cancellation);
        Assert.Equal((1, DeclarationStage.Returned, 2), (refused, kept.Stage, kept.History.Count));
        await Assert.ThrowsAsync<RecordMissingException>(() => store.GetAsync(Sample.PlanId, new("khong-co"), Cancellation));
    }

    [Fact]
    public async Task Declare_ByTwoAtOnce_TheSecondSeesTheFirst()
    {
        Office office = await Office.OpenAsync(azurite);
        DeclarationStore store = StoreOf(office);
        List<int> known = [];
        await store.DeclareAsync(Sample.PlanId, Sample.Submission("one"), new Waker(), async idOf =>
        {
            known.Add((await store.OfPlanAsync(Sample.PlanId, Cancellation)).Count);
            // Somebody is faster between the reading and the writing.
            if (known.Count == 1) await DeclareAsync(StoreOf(office), 2);
            return [DeclarationDecisions.Declare(SampleDeclaration.Class(idOf(0)), "xa-gia-cat", "van-phong-dieu-phoi", FixedTime.Start)];
        }, Cancellation);
        Assert.Equal([0, 2], known);
    }

    private static DeclarationStore StoreOf(Office office) => new(office.Storage, office.Post, office.Time);

    private static Task<DeclaredIds> DeclareAsync(DeclarationStore store, int count) => store.DeclareAsync(
        Sample.PlanId, Sample.Submission("list"), new Waker(), idOf => Task.FromResult<IReadOnlyList<DeclarationOutcome>>(
            [.. Enumerable.Range(0, count).Select(i =>
                DeclarationDecisions.Declare(SampleDeclaration.Class(idOf(i)), "xa-gia-cat", "van-phong-dieu-phoi", FixedTime.Start))]), Cancellation);
}
