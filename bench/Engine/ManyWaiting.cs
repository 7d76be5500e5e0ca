using System.Diagnostics;
using System.Globalization;
using NtmServerless.LocalHost.Storage;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>
/// 10,000 waiting instances, seen by a fresh process beside one without any: memory, requests to start, requests when idle.
/// </summary>
internal static class ManyWaiting
{
    private const int Instances = 10_000;

    public static async Task<int> RunAsync()
    {
        await using AzuriteServer azurite = new();
        await azurite.InitializeAsync();
        DurableNames names = BenchHost.NewNames();
        await using (BenchHost host = await BenchHost.StartAsync(azurite.ConnectionString, names))
        {
            await Burst.RunAsync(Instances, 32, number => host.StartInstanceAsync(BenchApp.Waits, new string('i', 200), $"waiting-{number}"));
            await host.InFlight.WhenIdleAsync();
            Console.WriteLine($"{Instances} started here: {Megabytes()} MB in the process that started them");
        }

        long empty = await ChildAsync(azurite.ConnectionString, BenchHost.NewNames());
        long full = await ChildAsync(azurite.ConnectionString, names);
        Console.WriteLine($"{Instances} waiting cost {full - empty} MB more than none (goal: under 100)");
        return 0;
    }

    /// <summary>The fresh process: starts, rests, wakes one, says what that took.</summary>
    public static async Task<int> RestAsync(string connection, string table, string container)
    {
        long start = Stopwatch.GetTimestamp();
        await using BenchHost host = await BenchHost.StartAsync(connection, new DurableNames(table, container));
        await host.InFlight.WhenIdleAsync();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long requests = host.Requests.Host;
        await Task.Delay(TimeSpan.FromSeconds(5));
        long idle = host.Requests.Host - requests;
        Console.Error.WriteLine($"start: {requests} requests, {milliseconds:0} ms; idle: {idle} requests in 5 s (goal 0)");
        Console.WriteLine(Megabytes());
        return 0;
    }

    private static async Task<long> ChildAsync(string connection, DurableNames names)
    {
        ProcessStartInfo info = new("dotnet", [typeof(ManyWaiting).Assembly.Location, "waiting-child", connection, names.Table, names.Container])
        {
            RedirectStandardOutput = true,
        };
        using Process child = Process.Start(info)!;
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return long.Parse(output, CultureInfo.InvariantCulture);
    }

    private static long Megabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet / 1_000_000;
    }
}
