using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>Reads lists of records: a damaged row is left out where the reader only shows the rest (<see cref="LeavingOut"/>).</summary>
internal static class Rows
{
    /// <summary>The records of the rows that a filter finds, one after the other.</summary>
    /// <exception cref="RecordDamagedException">One holds no such record, and the rest is not enough.</exception>
    public static async IAsyncEnumerable<T> EachAsync<T>(TableClient table, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach ((_, T record) in KeyedAsync<T>(table, filter, cancellation)) yield return record;
    }

    /// <summary>The same with the keys of their rows.</summary>
    public static async IAsyncEnumerable<(string RowKey, T Record)> KeyedAsync<T>(
        TableClient table, string filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            T record;
            try
            {
                record = Row.Read<T>(row, table.Name);
            }
            catch (RecordDamagedException damaged) when (LeavingOut.Takes(damaged))
            {
                continue;
            }

            yield return (row.RowKey, record);
        }
    }

    /// <summary>All of them together.</summary>
    public static async Task<List<T>> ListAsync<T>(TableClient table, string filter, CancellationToken cancellation) =>
        await EachAsync<T>(table, filter, cancellation).ToListAsync(cancellation);
}
