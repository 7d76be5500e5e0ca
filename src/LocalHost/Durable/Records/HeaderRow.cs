using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>The header as a table row.</summary>
internal static class HeaderRow
{
    public const string Key = "header";

    private const string Tail = "Tail";

    /// <summary>What a start needs to know of an instance that has not ended.</summary>
    public static string[] Brief { get; } =
    [
        "PartitionKey", "RowKey", nameof(InstanceHeader.Status), nameof(InstanceHeader.Turn), nameof(InstanceHeader.StartAt),
        nameof(InstanceHeader.NextTimer), nameof(InstanceHeader.IsBusy), nameof(InstanceHeader.Format),
    ];

    public static TableEntity Write(InstanceHeader header, IReadOnlyList<TurnRecord> tail) => new(header.InstanceId, Key)
    {
        [nameof(header.Name)] = header.Name,
        [nameof(header.Incarnation)] = header.Incarnation,
        [nameof(header.CreatedAt)] = header.CreatedAt,
        [nameof(header.Status)] = header.Status.ToString(),
        [nameof(header.IsCompleted)] = header.IsCompleted,
        [nameof(header.Version)] = header.Version,
        [nameof(header.Format)] = header.Format,
        [nameof(header.Execution)] = header.Execution,
        [nameof(header.Turn)] = header.Turn,
        [nameof(header.LastUpdatedAt)] = header.LastUpdatedAt,
        [nameof(header.LastTurnAt)] = header.LastTurnAt,
        [nameof(header.StartAt)] = header.StartAt,
        [nameof(header.NextTimer)] = header.NextTimer,
        [nameof(header.IsBusy)] = header.IsBusy,
        [nameof(header.HasBlobs)] = header.HasBlobs,
        [nameof(header.Input)] = header.Input,
        [nameof(header.Output)] = header.Output,
        [nameof(header.CustomStatus)] = header.CustomStatus,
        [nameof(header.Failure)] = header.Failure,
        [nameof(header.Commit)] = header.Commit,
        [nameof(header.Trace)] = header.Trace,
        [Tail] = tail.Count > 0 ? HistoryRow.Join(tail) : null,
    };

    /// <summary>The turns that the header holds; none in a row that the first engine wrote.</summary>
    public static IReadOnlyList<TurnRecord> ReadTail(TableEntity row) => row.GetString(Tail) is { } tail ? HistoryRow.Split(tail) : [];

    /// <summary>Reads a row of which only <see cref="Brief"/> was asked for.</summary>
    public static WaitingInstance ReadBrief(TableEntity row)
    {
        OrchestrationStatus status = Enum.Parse<OrchestrationStatus>(row.GetString(nameof(InstanceHeader.Status)));
        bool hasStarted = row.GetInt32(nameof(InstanceHeader.Turn)) > 0;
        DateTimeOffset? startAt = row.GetDateTimeOffset(nameof(InstanceHeader.StartAt));
        bool isSuspended = status == OrchestrationStatus.Suspended;
        return new WaitingInstance(
            row.PartitionKey,
            isSuspended ? null : hasStarted ? row.GetDateTimeOffset(nameof(InstanceHeader.NextTimer)) : startAt,
            row.GetBoolean(nameof(InstanceHeader.IsBusy)) == true
                || (hasStarted ? FormatOf(row) < InstanceHeader.CurrentFormat : startAt is null && !isSuspended));
    }

    /// <summary>Takes back that the instance has failed. Busy, so that a start reads it: what it waits for is in its history.</summary>
    public static void Reopen(TableEntity row)
    {
        row[nameof(InstanceHeader.Status)] = row.GetInt32(nameof(InstanceHeader.Turn)) > 0
            ? nameof(OrchestrationStatus.Running) : nameof(OrchestrationStatus.Pending);
        row[nameof(InstanceHeader.IsCompleted)] = false;
        row[nameof(InstanceHeader.IsBusy)] = true;
        row.Remove(nameof(InstanceHeader.Failure));
    }

    private static int FormatOf(TableEntity row) => row.GetInt32(nameof(InstanceHeader.Format)) ?? 1;

    public static InstanceHeader Read(TableEntity row)
    {
        DateTimeOffset createdAt = row.GetDateTimeOffset(nameof(InstanceHeader.CreatedAt))!.Value;
        return new InstanceHeader(
            row.PartitionKey, row.GetString(nameof(InstanceHeader.Name)), row.GetString(nameof(InstanceHeader.Incarnation)), createdAt)
        {
            Status = Enum.Parse<OrchestrationStatus>(row.GetString(nameof(InstanceHeader.Status))),
            Version = row.GetString(nameof(InstanceHeader.Version)),
            Format = FormatOf(row),
            Execution = row.GetInt32(nameof(InstanceHeader.Execution))!.Value,
            Turn = row.GetInt32(nameof(InstanceHeader.Turn))!.Value,
            LastUpdatedAt = row.GetDateTimeOffset(nameof(InstanceHeader.LastUpdatedAt))!.Value,
            LastTurnAt = row.GetDateTimeOffset(nameof(InstanceHeader.LastTurnAt))!.Value,
            StartAt = row.GetDateTimeOffset(nameof(InstanceHeader.StartAt)),
            NextTimer = row.GetDateTimeOffset(nameof(InstanceHeader.NextTimer)),
            IsBusy = row.GetBoolean(nameof(InstanceHeader.IsBusy))!.Value,
            HasBlobs = row.GetBoolean(nameof(InstanceHeader.HasBlobs))!.Value,
            Input = row.GetString(nameof(InstanceHeader.Input)),
            Output = row.GetString(nameof(InstanceHeader.Output)),
            CustomStatus = row.GetString(nameof(InstanceHeader.CustomStatus)),
            Failure = row.GetString(nameof(InstanceHeader.Failure)),
            Commit = row.GetString(nameof(InstanceHeader.Commit)) ?? "",
            Trace = row.GetString(nameof(InstanceHeader.Trace)),
            ETag = row.ETag,
        };
    }
}
