using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>The data folder's Azurite is killed in the moment in which a change is durable and nothing that follows it is.</summary>
public sealed class LatePublishingTests(ITestOutputHelper output)
{
    private const int Kill = 9;

    /// <summary>List, page, people and class agree that long after the storage answers, on a machine that has time.</summary>
    private static readonly TimeSpan Agreed = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Change_WhosePublicationTheStorageDidNotLive_IsPublishedWhenItIsBack()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7));
        int rounds = Environment.GetEnvironmentVariable("NTM_STORAGE_KILLS") is { } set ? int.Parse(set, CultureInfo.InvariantCulture) : 4, committed = 0;
        double slowest = 0;
        for (int round = 0; round < rounds || committed == 0 && round < 20; round++)
        {
            string id = await app.Administrator.PlannedAsync();
            int azurite = app.AzuritePid;
            Task<Answer> announcing = app.Administrator.PostAsync($"/api/classes/{id}/announce", SampleClass.Announcement(closes, closes.AddDays(2)), $"announce-{round}");
            await JournalGrowsAsync(app.Data);
            // Not a wait: the moment at which it dies.
            TimeSpan moment = TimeSpan.FromMilliseconds(Random.Shared.Next(30));
            for (long grown = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(grown) < moment;) await Task.Yield();
            AppProcess.Signal(azurite, Kill);
            Answer announced = await announcing;

            await Eventually.TrueAsync(
                async () => (await app.Administrator.GetAsync("/api/health")).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(60), "the storage is back");
            bool isAnnounced = (await app.Administrator.ClassAsync(id)).Text("stage") != "planned";
            Assert.True(isAnnounced || announced.Status == HttpStatusCode.ServiceUnavailable, $"answered {announced.Status}, not announced");
            if (!isAnnounced) continue;
            committed++;
            long back = Stopwatch.GetTimestamp();
            await Eventually.TrueAsync(async () => await ListedAsync(app, id) == "registering" && await IsOnThePageAsync(app, id), Agreed, $"all agree about {id}, round {round}");
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(back).TotalSeconds);
            await app.Administrator.RegisteredAsync(id, SampleClass.Person(round));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} kills, {committed} after the commit; all agreed at the latest {slowest:0.0} s after the storage was back"));
        Assert.True(committed > 0, "no change was committed before the storage died");
    }

    private static async Task<string> ListedAsync(OwnApp app, string id) =>
        (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/classes")).Must(HttpStatusCode.OK).Json.AsArray().Single(c => c.Text("id") == id).Text("stage");

    private static async Task<bool> IsOnThePageAsync(OwnApp app, string id) =>
        (await app.Administrator.As(null).GetAsync("/")).Must(HttpStatusCode.OK).Text.Contains(id, StringComparison.Ordinal);

    private static async Task JournalGrowsAsync(string data)
    {
        long before = Length(data);
        long start = Stopwatch.GetTimestamp();
        while (Length(data) == before && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10)) await Task.Yield();
    }

    private static long Length(string data) =>
        new DirectoryInfo(Path.Combine(data, "journal")).GetFiles("journal-*.log").Sum(f => f.Exists ? f.Length : 0);
}
