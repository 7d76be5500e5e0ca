using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>How classes are dealt out: of two officers who deal at once, one is told to look again.</summary>
public sealed class ShareStoreTests(AzuriteServer azurite)
{
    private static readonly PlanId Plan = Sample.PlanId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Change_WhileAnotherOneIsWritten_IsRefused(bool dealtBefore)
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time), other = new(office.Storage, office.Time);
        if (dealtBefore) await other.ChangeAsync(Plan, s => Dealt(s, 9), Cancellation);
        RuleBrokenException refused = await Assert.ThrowsAsync<RuleBrokenException>(() => store.ChangeAsync(Plan, s =>
        {
            // Somebody is faster between the reading and the writing.
            Task.Run(() => other.ChangeAsync(Plan, t => Dealt(t, 2), Cancellation), Cancellation).Wait(Cancellation);
            return Dealt(s, 3);
        }, Cancellation));
        Assert.Equal(Rule.SharesChanged, refused.Rule);
        Assert.Equal(2, (await store.GetAsync(Plan, Cancellation)).ShareOf("s", "u"));
    }

    [Fact]
    public async Task Find_AfterAChange_HasIt_AndAnotherPlanHasNone()
    {
        Office office = await Office.OpenAsync(azurite);
        ShareStore store = new(office.Storage, office.Time);
        Assert.Null((await store.FindAsync(Plan, Cancellation)).ShareOf("s", "u"));
        await store.ChangeAsync(Plan, s => Dealt(s, 4), Cancellation);
        Assert.Equal((4, 1), ((await store.FindAsync(Plan, Cancellation)).ShareOf("s", "u"), (await store.FindAsync(Plan, Cancellation)).Version));
        Assert.Empty((await store.FindAsync(new("ke-hoach-khac"), Cancellation)).Streams);
    }

    private static PlanShares Dealt(PlanShares before, int classes) =>
        new([new StreamShares("s", [new ClassShare("u", classes)], FixedTime.Start, "Mai")], before.Version + 1);
}
