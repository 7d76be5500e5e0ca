using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Reads the notices of a class with their ids.</summary>
internal static class KeptNotices
{
    public static async Task<IReadOnlyList<KeptNotice>> OfAsync(TableClient table, ClassId classId, CancellationToken cancellation)
    {
        List<KeptNotice> kept = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(Key.Range(classId, ClassKeys.Notices), cancellationToken: cancellation))
        {
            StoredNotice notice = Row.Read<StoredNotice>(row, table.Name);
            kept.Add(new KeptNotice(row.RowKey[ClassKeys.Notices.Length..], notice.Notice, notice.At));
        }

        return kept;
    }
}
