using Azure.Data.Tables;
using Microsoft.DurableTask.Client;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>The header as a table row.</summary>
internal static class HeaderRow
{
    public const string Key = "header";

    public static TableEntity Write(InstanceHeader header) => new(header.InstanceId, Key)
    {
        [nameof(header.Name)] = header.Name,
        [nameof(header.Incarnation)] = header.Incarnation,
        [nameof(header.CreatedAt)] = header.CreatedAt,
        [nameof(header.Status)] = header.Status.ToString(),
        [nameof(header.IsCompleted)] = header.IsCompleted,
        [nameof(header.Version)] = header.Version,
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
    };

    public static InstanceHeader Read(TableEntity row)
    {
        DateTimeOffset createdAt = row.GetDateTimeOffset(nameof(InstanceHeader.CreatedAt))!.Value;
        return new InstanceHeader(
            row.PartitionKey, row.GetString(nameof(InstanceHeader.Name)), row.GetString(nameof(InstanceHeader.Incarnation)), createdAt)
        {
            Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(nameof(InstanceHeader.Status))),
            Version = row.GetString(nameof(InstanceHeader.Version)),
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
            ETag = row.ETag,
        };
    }
}
