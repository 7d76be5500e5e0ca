using Azure;
using Azure.Data.Tables;
using NtmServerless.Domain.Classes;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Storage.Classes;

/// <summary>The head row of a class: the class, the number of its last change, and the ETag it was read with.</summary>
internal sealed record ClassHead(TrainingClass Class, long Version, ETag ETag)
{
    public static ClassHead Read(TableEntity row) => new(Row.Read<TrainingClass>(row), row.GetInt64("Version") ?? 0, row.ETag);

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
