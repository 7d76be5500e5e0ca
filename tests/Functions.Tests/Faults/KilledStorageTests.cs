using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Faults;

/// <summary>kill -9 of the data folder's Azurite in the middle of its work, alone or with its host.</summary>
public sealed class KilledStorageTests
{
    private const int Kill = 9;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Azurite_KilledUnderLoad_KeepsEveryAcknowledgedRegistration(bool withItsHost)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals of Linux.");
        await using OwnApp app = new();
        await app.StartAsync();
        DateTimeOffset closes = new(2024, 4, 5, 17, 0, 0, TimeSpan.FromHours(7));
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 20), closes, closes.AddDays(2));
        int azurite = app.AzuritePid;

        ConcurrentBag<string> acknowledged = [];
        using CancellationTokenSource enough = new();
        Task load = RegisterAsync(app.Administrator.As(null), id, acknowledged, enough.Token);
        await Eventually.TrueAsync(() => Task.FromResult(acknowledged.Count >= 40), TimeSpan.FromSeconds(60), "40 are registered");
        AppProcess.Signal(azurite, Kill);
        if (withItsHost) await app.Process.KillAsync();
        else await enough.CancelAsync();
        await load;
        if (withItsHost) await app.StartAsync();

        Api anybody = app.Administrator.As(null);
        await Eventually.TrueAsync(
            async () => Burst.IsTaken(await anybody.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(100_000))),
            TimeSpan.FromSeconds(60),
            "registrations are taken again");
        Assert.NotEqual(azurite, app.AzuritePid);
        JsonNode[] lines = [.. (await app.Administrator.RosterAsync(id))["lines"]!.AsArray().Select(l => l!)];
        Assert.All(acknowledged, code => Assert.Single(lines, l => l.Text("code") == code));
        Assert.Equal(Enumerable.Range(1, lines.Length), lines.Select(l => l.Number("sequence")).Order());
        Assert.Equal(20, lines.Count(l => l.Text("status") == "confirmed"));
    }

    private static Task RegisterAsync(Api anybody, string id, ConcurrentBag<string> acknowledged, CancellationToken enough)
    {
        int next = 0;
        return Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                while (!enough.IsCancellationRequested)
                {
                    Answer answer = await anybody.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(Interlocked.Increment(ref next)));
                    if (Burst.IsTaken(answer)) acknowledged.Add(answer.Json.Text("code"));
                }
            }
            catch (HttpRequestException)
            {
                // The host is gone.
            }
        }));
    }
}
