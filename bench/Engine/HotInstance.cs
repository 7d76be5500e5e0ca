using System.Diagnostics;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>One instance that receives 5,000 events, 32 at a time: the cost grows with their number only, and none is lost.</summary>
internal static class HotInstance
{
    public static async Task<int> RunAsync()
    {
        await using AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        await using BenchHost host = await BenchHost.StartAsync(azurite.ConnectionString, BenchHost.NewNames());
        await ReceiveAsync(host, 100);
        double few = await ReceiveAsync(host, 500), many = await ReceiveAsync(host, 5_000);
        Console.WriteLine($"one event of 5,000 costs {many / few:0.00} times one of 500 (goal: about 1)");
        return 0;
    }

    private static async Task<double> ReceiveAsync(BenchHost host, int count)
    {
        string id = await host.StartInstanceAsync(BenchApp.Counts, count);
        long requests = host.Requests.Host, start = Stopwatch.GetTimestamp();
        await Burst.RunAsync(count, 32, async number =>
        {
            await host.Client.RaiseEventAsync(id, "tick", number);
            return true;
        });
        await host.EndsWithAsync(id, Enumerable.Range(0, count).Sum());
        double each = Stopwatch.GetElapsedTime(start).TotalMilliseconds / count;
        Console.WriteLine($"{count} events: {1_000 / each:0} events/s, {(host.Requests.Host - requests) / (double)count:0.00} requests an event, none lost");
        return each;
    }
}
