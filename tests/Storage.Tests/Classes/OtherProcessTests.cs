using Xunit;

namespace NtmServerless.Storage.Tests.Classes;

/// <summary>Another process changed the class since this one looked at it.</summary>
public sealed class OtherProcessTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Register_AfterAnotherProcessTookTheSeat_Waits()
    {
        Office here = await Office.OpenAsync(azurite);
        await here.KeepAsync(Sample.OpenClass(2));
        await here.RegisterAsync(new("c1"), Sample.Person(1));

        await here.Beside().RegisterAsync(new("c1"), Sample.Person(2));

        Assert.Equal(RegistrationStatus.Waitlisted, (await here.RegisterAsync(new("c1"), Sample.Person(3))).Status);
    }

    [Fact]
    public async Task Register_AfterAnotherProcessOpenedRegistration_IsTaken()
    {
        Office here = await Office.OpenAsync(azurite);
        await here.KeepAsync(Sample.OpenClass(2) with { Stage = ClassStage.Announced });
        RuleBrokenException early = await Assert.ThrowsAsync<RuleBrokenException>(() => here.RegisterAsync(new("c1"), Sample.Person(1)));
        Assert.Equal(Rule.RegistrationNotOpen, early.Rule);

        await here.Beside().StepAsync(new("c1"), ClassStep.OpenRegistration);

        Assert.Equal(RegistrationStatus.Confirmed, (await here.RegisterAsync(new("c1"), Sample.Person(1))).Status);
    }

    [Fact]
    public async Task Step_AfterAnotherProcessMadeItDue_IsCarriedOut()
    {
        Office here = await Office.OpenAsync(azurite);
        await here.KeepAsync(Sample.OpenClass(2));
        await here.RegisterAsync(new("c1"), Sample.Person(1));
        DateTimeOffset closes = FixedTime.Start.AddDays(5);
        await here.Beside().DecideAsync(new("c1"), c => new ClassOutcome(c with { Announcement = c.Announcement! with { RegistrationClosesAt = closes } }));
        here.Time.Now = closes;

        TrainingClass c = await here.StepAsync(new("c1"), ClassStep.CloseRegistration);

        Assert.Equal(ClassStage.Confirmed, c.Stage);
    }

    [Fact]
    public async Task Refusal_InABurstOnAStaleHead_IsDecidedOnTheFreshOne()
    {
        Office here = await Office.OpenAsync(azurite);
        await here.KeepAsync(Sample.OpenClass(5) with { Stage = ClassStage.Announced });
        await Assert.ThrowsAsync<RuleBrokenException>(() => here.RegisterAsync(new("c1"), Sample.Person(1)));
        await here.Beside().StepAsync(new("c1"), ClassStep.OpenRegistration);
        Hold hold = here.HoldDesk(new("c1"));

        Task<Registration>[] all = [.. Enumerable.Range(1, 6).Select(i => here.RegisterAsync(new("c1"), Sample.Person(i)))];
        await hold.ReleaseAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6], (await Task.WhenAll(all)).Select(r => r.Sequence));
    }
}
