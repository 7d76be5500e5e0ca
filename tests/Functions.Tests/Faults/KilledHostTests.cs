using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>kill -9 of the host in the middle of its work.</summary>
public sealed class KilledHostTests
{
    [Fact]
    public async Task Host_KilledUnderLoad_LosesNothingAndGoesOn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7));
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 20), closes, closes.AddDays(2));
        int azurite = app.AzuritePid;

        ConcurrentBag<(string Code, int Sequence)> acknowledged = [];
        Task load = RegisterUntilItFailsAsync(app.Administrator.As(null), id, acknowledged);
        await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count >= 60), TimeSpan.FromSeconds(60), "60 are registered");
        await app.Process.KillAsync();
        await load;
        Assert.True(OwnApp.Lives(azurite));

        await app.StartAsync();
        Assert.Equal(azurite, app.AzuritePid);
        await Eventually.TrueAsync(app.IsAtRestAsync, TimeSpan.FromSeconds(60), "the host is at rest");
        (int exitCode, string said) = await AppProcess.RunToEndAsync(app.Options);
        Assert.Equal(3, exitCode);
        Assert.Contains($"tiến trình {app.Process.Pid}", said, StringComparison.Ordinal);

        JsonNode roster = await app.Administrator.RosterAsync(id);
        JsonNode[] lines = [.. roster["lines"]!.AsArray().Select(l => l!)];
        Assert.All(acknowledged, a => Assert.Single(lines, l => l.Text("code") == a.Code && l.Number("sequence") == a.Sequence));
        Assert.Equal(Enumerable.Range(1, lines.Length), lines.Select(l => l.Number("sequence")).Order());
        Assert.Equal(20, lines.Count(l => l.Text("status") == "confirmed"));
        Assert.Equal((20, lines.Length - 20), (roster["class"]!["seats"].Number("confirmed"), roster["class"]!["seats"].Number("waitlisted")));

        await app.AdvanceAsync(closes.AddDays(4));
        await app.Administrator.ReachesAsync(id, "reporting");

        await app.Process.StopAsync();
        Assert.False(OwnApp.Lives(azurite));
        await app.StartAsync();
        Assert.Equal(lines.Length, (await app.Administrator.RosterAsync(id))["lines"]!.AsArray().Count);
    }

    private static async Task RegisterUntilItFailsAsync(Api anybody, string id, ConcurrentBag<(string Code, int Sequence)> acknowledged)
    {
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                while (true)
                {
                    JsonNode receipt = await anybody.RegisteredAsync(id, SampleClass.Person(Interlocked.Increment(ref next)));
                    acknowledged.Add((receipt.Text("code"), receipt.Number("sequence")));
                }
            }
            catch (HttpRequestException)
            {
                // The host is gone.
            }
        }));
    }
}
