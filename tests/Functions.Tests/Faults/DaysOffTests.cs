using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>The PC was off for days, and a class went by.</summary>
public sealed class DaysOffTests
{
    [Fact]
    public async Task ClassThatWentByWhileThePcWasOff_IsAskedWhetherItWasHeld_AndAnnouncedToNobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7)), day = closes.AddDays(4);
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(), closes, day);
        await app.Administrator.RegisteredAsync(id, SampleClass.Person(1));

        await app.BeOffUntilAsync(day.AddDays(3));
        await app.Administrator.ReachesAsync(id, "reporting");
        string[] told = [];
        await Eventually.TrueAsync(async () =>
        {
            told = [.. (await app.Administrator.GetAsync($"/api/classes/{id}/notices")).Json.AsArray().Select(n => n!["notice"].Text("kind"))];
            // The report falls due on the Monday: the reminder of the Friday before it is due as well.
            return told.Contains("evidenceAsked") && told.Contains("holdingUnconfirmed") && told.Contains("reportReminder");
        }, TimeSpan.FromSeconds(60), "its evidence is asked for, whether it was held, and its report");

        Assert.Equal(["classAnnounced", "evidenceAsked", "holdingUnconfirmed", "registrationOpened", "reportReminder"], told.Order(StringComparer.Ordinal));
    }
}
