using System.Diagnostics;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>
/// 200 instances of five sequential activities and one external event, 32 started at a time, between two measurements of
/// the raw storage. Goals: 0.1 instances for every raw parallel upsert, 8 storage requests an instance, 25 ms for one
/// instance alone, nothing when idle. Through a worker process, or with the official replay in this one.
/// </summary>
internal static class EngineRate
{
    private const int Instances = 200;
    private const int AtATime = 32;

    public static async Task<int> RunAsync(int rounds, bool withWorker)
    {
        await using AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        await using IEngineHost host = withWorker
            ? await WorkerHost.StartAsync(azurite.ConnectionString) : await BenchHost.StartAsync(azurite.ConnectionString, BenchHost.NewNames());
        RawStorage raw = await RawStorage.OpenAsync(azurite.ConnectionString);
        await RoundAsync(host, 50);
        List<double> ratios = [], requests = [], alone = [];
        for (int round = 1; round <= rounds; round++)
        {
            double before = await raw.ParallelAsync();
            long requestsBefore = host.Requests.Host;
            double rate = await RoundAsync(host, Instances);
            requests.Add((double)(host.Requests.Host - requestsBefore) / Instances);
            double after = await raw.ParallelAsync();
            alone.Add(await AloneAsync(host));
            ratios.Add(rate / ((before + after) / 2));
            Console.WriteLine($"round {round}: {rate:0.0} instances/s; raw {(before + after) / 2:0} upserts/s in parallel, {await raw.SequentialAsync():0} in sequence; "
                + $"{ratios[^1]:0.000} instances an upsert; {requests[^1]:0.0} requests an instance; {alone[^1]:0.0} ms alone");
        }

        double idle = await IdleAsync(host);
        Console.WriteLine($"median: {Median(ratios):0.000} instances an upsert (goal 0.1 or more), {Median(requests):0.0} requests an instance (goal 8 or less), "
            + $"{Median(alone):0.0} ms alone (goal 25 or less), {idle:0.0} requests/s idle (goal 0)");
        return 0;
    }

    private static async Task<double> RoundAsync(IEngineHost host, int count)
    {
        (_, double rate) = await Burst.RunAsync(count, AtATime, _ => InstanceAsync(host));
        return rate;
    }

    /// <summary>Starts one instance, raises its event and waits for its end.</summary>
    public static async Task<bool> InstanceAsync(IEngineHost host)
    {
        string id = await host.StartInstanceAsync(BenchApp.Five);
        await host.Client.RaiseEventAsync(id, "go", 10);
        await host.EndsWithAsync(id, 15);
        return true;
    }

    private static async Task<double> AloneAsync(IEngineHost host)
    {
        List<double> times = [];
        for (int i = 0; i < 15; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await InstanceAsync(host);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return Median(times);
    }

    private static async Task<double> IdleAsync(IEngineHost host)
    {
        await host.InFlight.WhenIdleAsync();
        long before = host.Requests.Host;
        await Task.Delay(TimeSpan.FromSeconds(5));
        return (host.Requests.Host - before) / 5.0;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
