using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>A client's message as a table row.</summary>
internal static class InboxRow
{
    public const string Prefix = "i-";

    private static long Last;

    /// <summary>A key that sorts after every key made before in this process.</summary>
    public static string NewKey()
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref Last);
            next = Math.Max(last + 1, DateTime.UtcNow.Ticks);
        }
        while (Interlocked.CompareExchange(ref Last, next, last) != last);

        return $"{Prefix}{next:D19}-{Guid.NewGuid():N}";
    }

    /// <summary>Folder of the blobs of large payloads.</summary>
    public static string Folder(InboxMessage message) => $"{message.Incarnation}/inbox";

    public static bool HasBlob(TableEntity row) =>
        row.TryGetValue(nameof(InboxMessage.Payload), out object? reference) && PayloadStore.IsBlob(reference as string);

    public static TableEntity Write(InboxMessage message, string? reference) => new(message.InstanceId, message.Key)
    {
        [nameof(message.Incarnation)] = message.Incarnation,
        [nameof(message.Kind)] = message.Kind.ToString(),
        [nameof(message.Name)] = message.Name,
        [nameof(message.Payload)] = reference,
        [nameof(message.Trace)] = message.Trace,
    };

    public static async Task<InboxMessage> ReadAsync(TableEntity row, PayloadStore payloads, CancellationToken cancellation) => new(
        row.PartitionKey,
        row.RowKey,
        row.GetString(nameof(InboxMessage.Incarnation)),
        Enum.Parse<MessageKind>(row.GetString(nameof(InboxMessage.Kind))),
        row.GetString(nameof(InboxMessage.Name)),
        await payloads.ReadAsync(row.GetString(nameof(InboxMessage.Payload)), cancellation))
    {
        IsStored = true,
        Trace = row.GetString(nameof(InboxMessage.Trace)),
    };
}
