using System.Diagnostics;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>An instance with a history of 10,000 events: what a turn costs at its beginning and at its end, and cold.</summary>
internal static class LongHistory
{
    private const int Events = 10_000;

    public static async Task<int> RunAsync()
    {
        await using AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        BenchHost first = await BenchHost.StartAsync(azurite.ConnectionString, BenchHost.NewNames());
        string id = await first.StartInstanceAsync(BenchApp.Counts, Events + 200);
        double early = await OneByOneAsync(first, id, 100);
        await Burst.RunAsync(Events - 100, 32, async _ =>
        {
            await first.Client.RaiseEventAsync(id, "tick", 1);
            return true;
        });
        double late = await OneByOneAsync(first, id, 199);
        await first.InFlight.WhenIdleAsync();
        await first.DisposeAsync();
        await using BenchHost second = await BenchHost.StartAsync(azurite.ConnectionString, first.Names);
        long start = Stopwatch.GetTimestamp();
        await second.Client.RaiseEventAsync(id, "tick", 1);
        await second.EndsWithAsync(id, Events + 200);
        Console.WriteLine($"a turn costs {early:0.0} ms over 100 events, {late:0.0} ms over {Events}: {late / early:0.00} times (goal: about 1)");
        Console.WriteLine($"cold: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms from the event to the end (goal: under 1,000)");
        return 0;
    }

    private static async Task<double> OneByOneAsync(BenchHost host, string id, int count)
    {
        List<double> times = [];
        for (int number = 0; number < count; number++)
        {
            long start = Stopwatch.GetTimestamp();
            await host.Client.RaiseEventAsync(id, "tick", 1);
            await host.InFlight.WhenIdleAsync();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return EngineRate.Median(times);
    }
}
