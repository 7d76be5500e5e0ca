using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>Read, decide, write under the ETag, again when somebody else was faster; with answer, audit and notices: <see cref="RecordStore"/>.</summary>
internal static class Heads
{
    private const int MostAttempts = 20;

    /// <param name="attempt">Does one try; throws a stale or duplicate conflict when it lost the race.</param>
    public static async Task<T> RetryAsync<T>(string id, Func<Task<T>> attempt, CancellationToken cancellation)
    {
        for (int i = 0; i < MostAttempts; i++)
        {
            try
            {
                return await attempt();
            }
            catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e))
            {
                await Task.Delay(Random.Shared.Next(5, 20 * (i + 1)), cancellation);
            }
        }

        throw new RecordBusyException(id);
    }

    public static async Task<(T Value, ETag ETag)?> FindAsync<T>(TableClient table, string partition, string row, CancellationToken cancellation)
        where T : class
    {
        if (!Key.IsValid(partition) || !Key.IsValid(row)) return null;
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found is { HasValue: true, Value: { } kept } ? (Row.Read<T>(kept, table.Name), kept.ETag) : null;
    }
}
