using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>More people move up than one transaction holds.</summary>
public sealed class PromotionTests(AzuriteServer azurite)
{
    [Fact]
    public async Task SetSeats_WhenMoreThanNinetyMoveUp_LeavesTheRestOnTheChecklist()
    {
        const int People = 200;
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(1));
        await Task.WhenAll(Enumerable.Range(1, People).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i))));
        Waker waker = new();

        TrainingClass first = await office.SetSeatsAsync(new("c1"), 500, waker: waker);
        TrainingClass second = await office.StepAsync(new("c1"), ClassStep.MoveUp, waker);
        TrainingClass third = await office.StepAsync(new("c1"), ClassStep.MoveUp, waker);

        Assert.Equal([1 + Waitlist.Most, 1 + (2 * Waitlist.Most), People], [first.Seats.Confirmed, second.Seats.Confirmed, third.Seats.Confirmed]);
        Assert.Equal((ClassStep.MoveUp, ClassStep.MoveUp), (ClassChecklist.Next(first)!.Step, ClassChecklist.Next(second)!.Step));
        Assert.NotEqual(ClassStep.MoveUp, ClassChecklist.Next(third)!.Step);
        Assert.Equal(["c1", "c1"], waker.Woken);
        IReadOnlyList<Registration> kept = await office.Records.RegistrationsAsync(new("c1"), TestContext.Current.CancellationToken);
        Assert.All(kept, r => Assert.Equal(RegistrationStatus.Confirmed, r.Status));
        Assert.Equal(Enumerable.Range(1, People), kept.Select(r => r.Sequence));
    }

    [Fact]
    public async Task Cancel_WhenNinetyMoveUpWithIt_FitsIntoOneTransaction()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(120, held: 110));
        Registration[] all = [.. await Task.WhenAll(Enumerable.Range(1, 120).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i))))];
        // Seats become free without a promotion, so that the cancellation finds all of them.
        await office.Ledger.WriteAsync(new("c1"), Sample.Submission("free"), new Waker(), (work, _) =>
        {
            work.Set(work.Class with { Seats = work.Class.Seats with { Released = true } });
            return Task.FromResult("free");
        });

        await office.CancelAsync(new("c1"), all.First(r => r.Status == RegistrationStatus.Confirmed).Code);

        Assert.Equal(9 + Waitlist.Most, (await office.Records.GetAsync(new("c1"), TestContext.Current.CancellationToken)).Seats.Confirmed);
    }
}
