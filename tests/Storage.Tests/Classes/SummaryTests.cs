using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>The summary row of a class never goes back.</summary>
public sealed class SummaryTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_ByRacingWriters_EndsAtTheNewestAndNeverGoesBack()
    {
        const int Versions = 40;
        Office office = await Office.OpenAsync(azurite);
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        List<int> seen = [];
        Task watching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                if (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation) is [var c]) seen.Add(c.Seats.Confirmed);
        }, Cancellation);

        int[] order = [.. Enumerable.Range(1, Versions).OrderBy(v => (v * 17) % Versions)];
        await Parallel.ForEachAsync(order, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation },
            async (version, token) => await office.Summaries.WriteAsync(Head(version), null, token));
        await done.CancelAsync();
        await watching;

        Assert.Equal(Versions, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats.Confirmed);
        Assert.Equal(seen.Order(), seen);
    }

    [Fact]
    public async Task Write_WhereTheTableIsMissing_FailsInsteadOfTryingForEver()
    {
        RecordsStorage nowhere = new(
            new TableServiceClient(azurite.ConnectionString), new BlobServiceClient(azurite.ConnectionString), "t" + Guid.NewGuid().ToString("N")[..14]);

        await Assert.ThrowsAsync<RequestFailedException>(() => new ClassSummaries(nowhere).WriteAsync(Head(1), null, Cancellation))
            .WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    [Fact]
    public async Task Write_WithAnEtagFromBefore_DoesNotOverwriteANewerVersion()
    {
        Office office = await Office.OpenAsync(azurite);
        Azure.ETag? known = await office.Summaries.WriteAsync(Head(1), null, Cancellation);
        await office.Beside().Summaries.WriteAsync(Head(9), null, Cancellation);

        Assert.Null(await office.Summaries.WriteAsync(Head(5), known, Cancellation));

        Assert.Equal(9, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats.Confirmed);
    }

    private static ClassHead Head(int version) =>
        new(Sample.PlannedClass() with { Seats = new Seats(50) { Confirmed = version } }, version, default);
}
