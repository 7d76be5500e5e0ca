using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>The head row of a class: the class, the number of its last change, and the ETag it was read with.</summary>
internal sealed record ClassHead(TrainingClass Class, long Version, ETag ETag)
{
    private static ClassHead Read(TableEntity row, string table) => new(Row.Read<TrainingClass>(row, table), row.GetInt64("Version") ?? 0, row.ETag);

    /// <summary>The head as it stands in the table; null when there is no such class.</summary>
    public static async Task<ClassHead?> FindAsync(TableClient table, ClassId classId, CancellationToken cancellation)
    {
        if (!Key.IsValid(classId)) return null;
        NullableResponse<TableEntity> row =
            await table.GetEntityIfExistsAsync<TableEntity>(classId, ClassKeys.Head, cancellationToken: cancellation);
        return row is { HasValue: true, Value: { } kept } ? Read(kept, table.Name) : null;
    }

    public TableEntity Write() => ToRow(Class.Id, ClassKeys.Head);

    /// <summary>The same record where lists and reports read it: one partition a plan, one row a class.</summary>
    public TableEntity WriteSummary() => ToRow(Class.PlanId, Class.Id);

    private TableEntity ToRow(string partition, string rowKey)
    {
        TableEntity row = Row.Of(partition, rowKey, Class);
        row["Version"] = Version;
        return row;
    }
}
