using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>Reads the notices of a class with their ids.</summary>
internal static class KeptNotices
{
    public static async Task<IReadOnlyList<KeptNotice>> OfAsync(TableClient table, ClassId classId, CancellationToken cancellation)
    {
        List<KeptNotice> kept = [];
        await foreach ((string row, StoredNotice notice) in Rows.KeyedAsync<StoredNotice>(table, Key.Range(classId, ClassKeys.Notices), cancellation))
            kept.Add(new KeptNotice(row[ClassKeys.Notices.Length..], notice.Notice, notice.At));
        return kept;
    }
}
