using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Many people at one class at once.</summary>
public sealed class BurstTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_ByTwoProcessesAtOnce_FillsTheClassGaplessAndNeverOver()
    {
        const int People = 128, Seats = 50;
        Office one = await Office.OpenAsync(azurite);
        await one.KeepAsync(Sample.OpenClass(Seats));
        Office two = one.Beside();
        int next = 0;
        List<Registration> answers = [];

        await Task.WhenAll(Enumerable.Range(0, 32).Select(async lane =>
        {
            Office office = lane % 2 == 0 ? one : two;
            for (int i = Interlocked.Increment(ref next); i <= People; i = Interlocked.Increment(ref next))
            {
                Registration r = await office.RegisterAsync(new("c1"), Sample.Person(i));
                lock (answers) answers.Add(r);
            }
        }));

        IReadOnlyList<Registration> kept = await one.Records.RegistrationsAsync(new("c1"), Cancellation);
        Assert.Equal(answers.Select(r => r.Code).Order(), kept.Select(r => r.Code).Order());
        Assert.Equal(Enumerable.Range(1, People), kept.Select(r => r.Sequence));
        Assert.All(kept, r => Assert.Equal(r.Sequence <= Seats ? RegistrationStatus.Confirmed : RegistrationStatus.Waitlisted, r.Status));
        TrainingClass c = await two.Records.GetAsync(new("c1"), Cancellation);
        Assert.Equal((Seats, People - Seats, People + 1), (c.Seats.Confirmed, c.Seats.Waitlisted, c.NextSequence));
        Assert.Equal(c.Seats, (await one.Summaries.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Seats);
    }

    [Fact]
    public async Task Register_InABurst_CostsFarFewerRequestsThanAlone()
    {
        const int Burst = 64, Alone = 10;
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(50));
        using RequestCount count = new();
        // The first one reads the head; later ones remember it.
        await office.RegisterAsync(new("c1"), Sample.Person(0));
        long before = count.Requests;

        for (int i = 1; i <= Alone; i++) await office.RegisterAsync(new("c1"), Sample.Person(i));
        double alone = (double)(count.Requests - before) / Alone;
        before = count.Requests;
        await Task.WhenAll(Enumerable.Range(100, Burst).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i))));
        double inBurst = (double)(count.Requests - before) / Burst;

        TestContext.Current.TestOutputHelper?.WriteLine($"storage requests a registration: alone {alone:0.00}, {Burst} at once {inBurst:0.00}");
        // Transaction, summary row, end of the outbox row.
        Assert.Equal(3, alone);
        Assert.InRange(inBurst, 0.01, 0.6);
    }
}
