using Azure.Data.Tables;
using NtmServerless.Testing;

namespace NtmServerless.Bench.Engine;

/// <summary>What the same Azurite gives without any engine: upserts of one small row.</summary>
internal sealed class RawStorage(TableClient table)
{
    private int _rows;

    public static async Task<RawStorage> OpenAsync(string connection)
    {
        TableClient table = new(connection, "Raw" + Guid.NewGuid().ToString("N"));
        await table.CreateIfNotExistsAsync();
        RawStorage raw = new(table);
        await raw.ParallelAsync();
        return raw;
    }

    /// <summary>Upserts a second, 32 at a time.</summary>
    public async Task<double> ParallelAsync() => (await Burst.RunAsync(1_000, 32, UpsertAsync)).PerSecond;

    /// <summary>Upserts a second, one after the other.</summary>
    public async Task<double> SequentialAsync() => (await Burst.RunAsync(300, 1, UpsertAsync)).PerSecond;

    private async Task<bool> UpsertAsync(int number) => !(await table.UpsertEntityAsync(
        new TableEntity($"p{Interlocked.Increment(ref _rows) % 1_000}", "row") { ["Json"] = new string('x', 300) })).IsError;
}
