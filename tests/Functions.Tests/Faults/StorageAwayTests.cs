using System.Diagnostics;
using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>Azurite stops answering for a while.</summary>
public sealed class StorageAwayTests
{
    private const int Stop = 19;
    private const int Continue = 18;

    [Fact]
    public async Task Storage_AwayAndBack_Answers503AndGoesOn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7));
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(), closes, closes.AddDays(2));
        await app.Administrator.RegisteredAsync(id, SampleClass.Person(1));

        AppProcess.Signal(app.AzuritePid, Stop);
        long start = Stopwatch.GetTimestamp();
        Answer[] answers = await Task.WhenAll(
            app.Administrator.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(2), "trong-luc-mat-kho"),
            app.Administrator.GetAsync("/api/health"),
            app.Administrator.GetAsync($"/api/classes/{id}"));
        TimeSpan waited = Stopwatch.GetElapsedTime(start);
        Task advance = app.AdvanceAsync(closes.AddDays(4));
        AppProcess.Signal(app.AzuritePid, Continue);

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage-away"), (a.Status, a.Problem)));
        Assert.All(answers, a => Assert.True(a.Headers.RetryAfter!.Delta > TimeSpan.Zero));
        Assert.True(waited < TimeSpan.FromSeconds(30), $"{waited}");
        await advance;
        await app.Administrator.ReachesAsync(id, "reporting");
        Assert.InRange((await app.Administrator.RosterAsync(id))["lines"]!.AsArray().Count, 1, 2);
    }
}
