using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

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
