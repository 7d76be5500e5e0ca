using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NtmServerless.Bench.Engine;
using NtmServerless.Testing;
using NtmServerless.Testing.Journal;

namespace NtmServerless.Bench;

/// <summary>What the journal costs: the same work on the pinned Azurite with it and without, by turns in one process. Goal: at most 15 % of a rate lost.</summary>
internal static class JournalCost
{
    private const int Rounds = 7;
    private static readonly string Text = new('x', 600);

    public static async Task<int> RunAsync()
    {
        await using AzuriteServer plain = new();
        await using JournaledAzurite journaled = new();
        await plain.InitializeAsync();
        await journaled.StartWellAsync();
        double flush = FlushMilliseconds();
        Console.WriteLine($"write and flush of 1 KB: {flush:0.00} ms (median)");
        await MeasureAsync("instances of the engine, 32 at a time", 200, 32, InstancesAsync);
        await MeasureAsync("instances one after the other", 60, 1, InstancesAsync);
        await MeasureAsync("upserts in sequence", 400, 1, UpsertsAsync);
        await MeasureAsync("upserts, 32 at a time", 1500, 32, UpsertsAsync);
        await MeasureAsync("blobs of 20 KB in sequence", 150, 1, UploadsAsync);
        await MeasureAsync("blobs of 20 KB, 8 at a time", 300, 8, UploadsAsync);
        return 0;

        async Task MeasureAsync(string what, int count, int atATime, Func<string, Task<Func<int, Task<bool>>>> prepare)
        {
            Func<int, Task<bool>> without = await prepare(plain.ConnectionString), with = await prepare(journaled.ConnectionString);
            List<double> plainRates = [], journaledRates = [];
            for (int round = 0; round <= Rounds; round++)
            {
                double first = (await Burst.RunAsync(count, atATime, without)).PerSecond;
                double second = (await Burst.RunAsync(count, atATime, with)).PerSecond;
                if (round == 0) continue;
                plainRates.Add(first);
                journaledRates.Add(second);
            }

            double ratio = Median(plainRates.Zip(journaledRates, (p, j) => j / p));
            // One at a time, each write waits for a flush of its own, however little else is done.
            string floor = atATime > 1 ? "" : $"; one flush each alone would give {1 / (1 + (Median(plainRates) * flush / 1000)):0.00}";
            Console.WriteLine(
                $"{what}: {Median(plainRates):0}/s without, {Median(journaledRates):0}/s with the journal, ratio {ratio:0.00} (medians of {Rounds}){floor}");
        }
    }

    private static async Task<Func<int, Task<bool>>> InstancesAsync(string connection)
    {
        BenchHost host = await BenchHost.StartAsync(connection, BenchHost.NewNames());
        return _ => EngineRate.InstanceAsync(host);
    }

    private static async Task<Func<int, Task<bool>>> UpsertsAsync(string connection)
    {
        TableClient table = new(connection, "Cost" + Guid.NewGuid().ToString("N"));
        await table.CreateAsync();
        return async i => !(await table.UpsertEntityAsync(new TableEntity("p", $"r{i}") { ["Json"] = Text }, TableUpdateMode.Replace)).IsError;
    }

    private static async Task<Func<int, Task<bool>>> UploadsAsync(string connection)
    {
        BlobContainerClient container = new(connection, "cost" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync();
        BinaryData content = BinaryData.FromBytes(new byte[20_000]);
        return async i => (await container.GetBlobClient($"b{i}").UploadAsync(content, overwrite: true)).HasValue;
    }

    private static double FlushMilliseconds()
    {
        string path = Path.GetTempFileName();
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        return Median(Enumerable.Range(0, 200).Select(_ =>
        {
            long start = Stopwatch.GetTimestamp();
            file.Write(new byte[1024]);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
