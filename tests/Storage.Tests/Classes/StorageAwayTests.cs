using Azure;
using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>The storage answers 503 for a while.</summary>
public sealed class StorageAwayTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_WhenEverySecondRequestIs503_IsRegisteredOnce()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(3));
        int sent = 0;
        Faults faults = new(_ => Interlocked.Increment(ref sent) % 2 == 1 ? Fault.Unavailable : Fault.None);
        Office shaky = office.Beside(faults);

        Registration[] answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => shaky.RegisterAsync(new("c1"), Sample.Person(i))));

        Assert.True(faults.Happened > 1);
        Assert.Equal(
            answers.Select(r => r.Code).Order(), (await office.Records.RegistrationsAsync(new("c1"), Cancellation)).Select(r => r.Code).Order());
        Assert.Equal(3, answers.Count(r => r.Status == RegistrationStatus.Confirmed));
    }

    [Fact]
    public async Task Register_WhileTheStorageIsAway_FailsAndChangesNothingAndGoesOnAfterwards()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(3));
        bool away = false;
        Office shaky = office.Beside(new Faults(_ => Volatile.Read(ref away) ? Fault.Unavailable : Fault.None));
        await shaky.RegisterAsync(new("c1"), Sample.Person(1));

        Volatile.Write(ref away, true);
        RequestFailedException refused = await Assert.ThrowsAsync<RequestFailedException>(() => shaky.RegisterAsync(new("c1"), Sample.Person(2), "key"));
        Volatile.Write(ref away, false);

        Assert.Equal(503, refused.Status);
        Assert.Single(await office.Records.RegistrationsAsync(new("c1"), Cancellation));
        Assert.Equal(2, (await shaky.RegisterAsync(new("c1"), Sample.Person(2), "key")).Sequence);
    }

    [Fact]
    public async Task Register_WhenOnlyTheSummaryFails_IsAnsweredAndSweptLater()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(3));
        Office shaky = office.Beside(new Faults(r => r.Uri.Path.Contains("ClassSummaries", StringComparison.Ordinal) ? Fault.Unavailable : Fault.None));

        await shaky.RegisterAsync(new("c1"), Sample.Person(1));

        Assert.Equal(0, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats.Confirmed);
        Assert.Equal(1, await office.Ledger.SweepAsync(new Waker(), Cancellation));
        Assert.Equal(1, (await office.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats.Confirmed);
    }
}
