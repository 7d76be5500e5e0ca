using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.ClassReports;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Tours;
using NtmServerless.Rehearsal.Outcome;
using NtmServerless.Storage;
using NtmServerless.Storage.Audit;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>A row as it lies in the table.</summary>
internal sealed record RawRow(TableEntity Entity)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string Partition => Entity.PartitionKey;

    public string Key => Entity.RowKey;

    /// <summary>The record's JSON, put together from its parts.</summary>
    public string Text
    {
        get
        {
            string json = Entity.GetString("Json") ?? "";
            for (int i = 1; Entity.GetString($"Json{i}") is { } part; i++) json += part;
            return json;
        }
    }

    public T As<T>() => JsonSerializer.Deserialize<T>(Text, Json) ?? throw new InvalidDataException($"{Partition}/{Key}");
}
