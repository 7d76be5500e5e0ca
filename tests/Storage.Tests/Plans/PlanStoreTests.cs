using Xunit;

namespace NtmServerless.Storage.Tests.Plans;

/// <summary>The plan in force, and every one that was.</summary>
public sealed class PlanStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_ThePlanOfCaoLoc_ReadsBackInAnotherProcess()
    {
        Office office = await Office.OpenAsync(azurite);
        Plan plan = CaoLoc();
        PlanStore shelf = new(office.Storage, office.Time);

        await shelf.PutAsync(plan, FixedTime.Start, Cancellation);
        await shelf.PutAsync(plan, FixedTime.Start, Cancellation);

        Plan? read = await new PlanStore(office.Beside().Storage, office.Time).FindAsync(plan.Id, Cancellation);
        Assert.Equal(PlanExport.Write(plan), PlanExport.Write(read!));
        Assert.Single(await shelf.ListAsync(Cancellation));
        Assert.Equal(1, await FilesAsync(office));
    }

    [Fact]
    public async Task Put_ARevisedPlan_IsInForceAtOnceAndTheFirstFileStays()
    {
        Office office = await Office.OpenAsync(azurite);
        PlanStore shelf = new(office.Storage, office.Time);
        await shelf.PutAsync(CaoLoc(), FixedTime.Start, Cancellation);
        await shelf.FindAsync(CaoLoc().Id, Cancellation);

        await shelf.PutAsync(CaoLoc() with { Number = 99 }, FixedTime.Start, Cancellation);

        Assert.Equal(99, (await shelf.FindAsync(CaoLoc().Id, Cancellation))!.Number);
        Assert.Equal(2, await FilesAsync(office));
    }

    [Theory]
    [InlineData("khac-2024")]
    [InlineData("../caoloc-2024")]
    [InlineData("")]
    public async Task Find_APlanThatIsNotThere_IsNull(string id) =>
        Assert.Null(await new PlanStore((await Office.OpenAsync(azurite)).Storage, new FixedTime()).FindAsync(new(id), Cancellation));

    private static Plan CaoLoc() =>
        PlanImport.Read(File.ReadAllBytes(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;

    private static async Task<int> FilesAsync(Office office) =>
        (await office.Storage.Container(StorageNames.PlanFiles).GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Count;
}
