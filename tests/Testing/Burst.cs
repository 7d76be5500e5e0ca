using System.Diagnostics;
using System.Net;
using Azure.Data.Tables;

namespace NtmServerless.Testing;

/// <summary>Many at a time, and how fast that was.</summary>
public static class Burst
{
    /// <summary>Runs <paramref name="count"/> acts, <paramref name="atATime"/> in parallel. Gives what each gave and acts a second.</summary>
    public static async Task<(T[] Results, double PerSecond)> RunAsync<T>(int count, int atATime, Func<int, Task<T>> act)
    {
        T[] results = new T[count];
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (i, _) => results[i] = await act(i));
        return (results, count / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Single-row inserts a second into a storage, 64 at a time, after warming up: what the same Azurite gives without any app.</summary>
    public static async Task<double> InsertsPerSecondAsync(string connection, int count)
    {
        TableClient table = new(connection, "Plain" + Guid.NewGuid().ToString("N"));
        await table.CreateIfNotExistsAsync();
        string text = new('x', 600);
        async Task<bool> InsertAsync(string row) => !(await table.AddEntityAsync(new TableEntity("p", row) { ["Json"] = text })).IsError;
        await RunAsync(200, 64, i => InsertAsync($"warm{i}"));
        (_, double rate) = await RunAsync(count, 64, i => InsertAsync($"row{i}"));
        await table.DeleteAsync();
        return rate;
    }

    /// <summary>Whether an answer took the application.</summary>
    public static bool IsTaken(Answer answer) => answer.Status == HttpStatusCode.Created;
}
