using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>Reads lists of records.</summary>
internal static class Rows
{
    /// <summary>The records of the rows that a filter finds, in order of their keys.</summary>
    public static async Task<List<T>> ListAsync<T>(TableClient table, string filter, CancellationToken cancellation)
    {
        List<T> found = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) found.Add(Row.Read<T>(row));
        return found;
    }
}
