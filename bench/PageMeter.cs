using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>What one look at a page costs: storage requests of the app, and time at the caller.</summary>
internal sealed record Look(string Path, long Requests, double Milliseconds);

/// <summary>Looks at pages one after the other while nothing else is asked of the app.</summary>
internal sealed class PageMeter(Api officer, string hostKey, string storage)
{
    private const string Plain = "plain query of the summaries";

    /// <summary>Median time and least number of requests for each path; the last line is the storage alone.</summary>
    public async Task<Look[]> LookAsync(IReadOnlyList<string> paths, int looks)
    {
        await Eventually.TrueAsync(async () => (await StatusAsync())["idle"]!.GetValue<bool>(), TimeSpan.FromMinutes(2), "the app is idle");
        List<Look> found = [];
        foreach (string path in paths) found.Add(await LookAsync(path, looks));
        TableClient summaries = new(storage, "ClassSummaries");
        double[] times = new double[looks];
        for (int i = -3; i < looks; i++)
        {
            long start = Stopwatch.GetTimestamp();
            _ = await summaries.QueryAsync<TableEntity>("PartitionKey eq 'caoloc-2024'").ToListAsync();
            if (i >= 0) times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        found.Add(new Look(Plain, 1, Median(times)));
        return [.. found];
    }

    private async Task<Look> LookAsync(string path, int looks)
    {
        double[] times = new double[looks];
        long least = long.MaxValue;
        for (int i = -3; i < looks; i++)
        {
            long before = await RequestsAsync();
            long start = Stopwatch.GetTimestamp();
            (await officer.GetAsync(path)).Must(HttpStatusCode.OK);
            if (i >= 0) times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            least = Math.Min(least, await RequestsAsync() - before);
        }

        return new Look(path, least, Median(times));
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private async Task<long> RequestsAsync() => (await StatusAsync())["storageRequests"]!["app"]!.GetValue<long>();

    private async Task<JsonNode> StatusAsync() =>
        (await officer.SendAsync(HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", hostKey))).Must(HttpStatusCode.OK).Json;
}
