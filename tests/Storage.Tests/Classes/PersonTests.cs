using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>One active registration a person and class; a namesake is somebody else.</summary>
public sealed class PersonTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_TheSamePersonTwice_IsRefusedByTheRule()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        await office.RegisterAsync(new("c1"), Sample.Person(1));
        Applicant shouted = Sample.Person(1, p => p with { FullName = "HOÀNG  VĂN 1", Village = "ban long" });

        RuleBrokenException refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), shouted));

        Assert.Equal(Rule.AlreadyRegistered, refusal.Rule);
        Assert.Equal(1, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
    }

    [Fact]
    public async Task Register_TheSamePersonAtOnceFromTwoProcesses_IsTakenOnce()
    {
        Office one = await Office.OpenAsync(azurite);
        await one.KeepAsync(Sample.OpenClass(5));
        Office two = one.Beside();

        Task<Registration>[] asked = [.. Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : two).RegisterAsync(new("c1"), Sample.Person(1)))];
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, asked.Count(t => t.IsCompletedSuccessfully));
        Assert.All(asked.Where(t => t.IsFaulted), t => Assert.Equal(Rule.AlreadyRegistered, Assert.IsType<RuleBrokenException>(t.Exception!.InnerException).Rule));
        Assert.Single(await one.Records.RegistrationsAsync(new("c1"), Cancellation));
    }

    [Fact]
    public async Task Register_ANamesake_StandsBesideTheFirstAndIsFlagged()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        Registration first = await office.RegisterAsync(new("c1"), Sample.Person(1));

        Registration namesake = await office.RegisterAsync(new("c1"), Sample.Person(1), anotherPerson: true);

        Assert.Equal((false, true), (first.Namesake, namesake.Namesake));
        Assert.Equal(2, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
        await office.CancelAsync(new("c1"), namesake.Code);
        await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), Sample.Person(1)));
    }

    [Fact]
    public async Task Cancel_FreesThePersonAndMovesTheFirstWaitingUp()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(2));
        Registration[] all = [.. await Task.WhenAll(Enumerable.Range(1, 5).Select(i => office.RegisterAsync(new("c1"), Sample.Person(i))))];

        Registration cancelled = await office.CancelAsync(new("c1"), all[0].Code, "key");
        Registration back = await office.RegisterAsync(new("c1"), Sample.Person(1));

        IReadOnlyList<Registration> kept = await office.Records.RegistrationsAsync(new("c1"), Cancellation);
        Assert.Equal(RegistrationStatus.Cancelled, cancelled.Status);
        Assert.Equal((6, RegistrationStatus.Waitlisted), (back.Sequence, back.Status));
        Assert.Equal([2, 3], kept.Where(r => r.Status == RegistrationStatus.Confirmed).Select(r => r.Sequence));
        Assert.Equal([4, 5, 6], kept.Where(r => r.Status == RegistrationStatus.Waitlisted).Select(r => r.Sequence));
        Assert.Equal([all[2].Code], (await office.Records.NoticesAsync(new("c1"), Cancellation)).Single().Notice.Registrations!);
        Assert.Equal(RegistrationStatus.Cancelled, (await office.CancelAsync(new("c1"), all[0].Code)).Status);
        Assert.Equal(cancelled.CancelledAt, (await office.CancelAsync(new("c1"), all[0].Code, "key")).CancelledAt);
        Assert.Equal(2, (await office.Records.GetAsync(new("c1"), Cancellation)).Seats.Confirmed);
    }

    [Fact]
    public async Task Cancel_ByManyAtOnce_PromotesInOrderWithoutOverfilling()
    {
        Office one = await Office.OpenAsync(azurite);
        await one.KeepAsync(Sample.OpenClass(6));
        Office two = one.Beside();
        Registration[] all = [.. await Task.WhenAll(Enumerable.Range(1, 14).Select(i => one.RegisterAsync(new("c1"), Sample.Person(i))))];
        string[] confirmed = [.. all.Where(r => r.Status == RegistrationStatus.Confirmed).Select(r => r.Code)];

        await Task.WhenAll(confirmed.Select((code, i) => (i % 2 == 0 ? one : two).CancelAsync(new("c1"), code)));

        IReadOnlyList<Registration> kept = await one.Records.RegistrationsAsync(new("c1"), Cancellation);
        TrainingClass c = await one.Records.GetAsync(new("c1"), Cancellation);
        Assert.Equal(Enumerable.Range(7, 6), kept.Where(r => r.Status == RegistrationStatus.Confirmed).Select(r => r.Sequence));
        Assert.Equal((6, 2, 6), (c.Seats.Confirmed, c.Seats.Waitlisted, c.Seats.Cancelled));
    }

    [Fact]
    public async Task Cancel_OfTheFirstOfTwoNamesakes_LeavesTheOtherToBeAskedAbout()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(5));
        Registration first = await office.RegisterAsync(new("c1"), Sample.Person(1));
        Registration namesake = await office.RegisterAsync(new("c1"), Sample.Person(1), anotherPerson: true);

        await office.CancelAsync(new("c1"), first.Code);

        await Assert.ThrowsAsync<RuleBrokenException>(() => office.RegisterAsync(new("c1"), Sample.Person(1)));
        Assert.False((await office.Records.FindRegistrationAsync(new("c1"), namesake.Code, Cancellation))!.Namesake);
        await office.CancelAsync(new("c1"), namesake.Code);
        Assert.False((await office.RegisterAsync(new("c1"), Sample.Person(1))).Namesake);
    }

    [Fact]
    public async Task Cancel_OfTheFirstOfTwoNamesakes_WhileTheOtherMovesUp_KeepsBothChanges()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(1));
        Registration first = await office.RegisterAsync(new("c1"), Sample.Person(1));
        Registration namesake = await office.RegisterAsync(new("c1"), Sample.Person(1), anotherPerson: true);

        await office.CancelAsync(new("c1"), first.Code);

        Registration kept = (await office.Records.FindRegistrationAsync(new("c1"), namesake.Code, Cancellation))!;
        Assert.Equal((RegistrationStatus.Waitlisted, RegistrationStatus.Confirmed, false), (namesake.Status, kept.Status, kept.Namesake));
    }
}
