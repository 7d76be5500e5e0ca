using System.Text.Json;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// A record as a table row: its JSON, cut into properties of at most 30,000 characters (64 KiB is the limit of a string
/// property, which Azurite does not enforce).
/// </summary>
internal static class Row
{
    private const int Part = 30_000;

    // 16 parts of 60 KB stay below the 1 MiB of an entity.
    private const int MostParts = 16;

    /// <exception cref="RecordTooLargeException">The record does not fit into one row.</exception>
    public static TableEntity Of<T>(string partition, string row, T value)
    {
        TableEntity entity = new(Key.Checked(partition), Key.Checked(row));
        string json = RecordJson.Write(value);
        if (json.Length > Part * MostParts) throw new RecordTooLargeException(partition, row, json.Length);
        for (int i = 0; i * Part < json.Length; i++)
            entity[Name(i)] = json.Substring(i * Part, Math.Min(Part, json.Length - i * Part));
        return entity;
    }

    /// <param name="table">Where the row stands.</param>
    /// <exception cref="RecordDamagedException">It holds no record of that kind.</exception>
    public static T Read<T>(TableEntity entity, string table)
    {
        string json = entity.GetString(Name(0)) ?? "";
        for (int i = 1; entity.GetString(Name(i)) is { } part; i++) json += part;
        try
        {
            T record = RecordJson.Read<T>(json);
            DamagedRows.OfThisProcess.IsWhole(table, entity.PartitionKey, entity.RowKey);
            return record;
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or FormatException or NotSupportedException)
        {
            // What a constructor of ours, a converter or the serializer itself does not take is damage like what is no JSON.
            DamagedRow damage = new(table, entity.PartitionKey, entity.RowKey, typeof(T).Name, (unreadable as JsonException)?.Path);
            DamagedRows.OfThisProcess.Met(damage);
            throw new RecordDamagedException(damage, unreadable);
        }
    }

    private static string Name(int part) => part == 0 ? "Json" : $"Json{part}";
}

/// <summary>A record that no row can hold; says which.</summary>
public sealed class RecordTooLargeException(string partition, string row, int length)
    : Exception($"Record {partition}/{row} has {length} characters, more than a row can hold.");
