using Azure;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Scheduling;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>A commit that is ready to be sent, again and again if need be.</summary>
/// <param name="Header">The header as it will be, with the ETag of the one that it replaces.</param>
/// <param name="HeaderRow">The header's row.</param>
/// <param name="Others">The other rows of the same transaction; most commits have none.</param>
/// <param name="Leftover">Rows to delete afterwards, because they did not fit into the transaction.</param>
internal sealed record PreparedCommit(
    InstanceHeader Header, TableEntity HeaderRow, IReadOnlyList<TableTransactionAction> Others, IReadOnlyList<string> Leftover);

/// <summary>Turns a decided commit into one entity-group transaction; large texts go to blobs first.</summary>
internal sealed class CommitWriter(PayloadStore payloads)
{
    /// <summary>Operations that Table Storage takes in one transaction.</summary>
    public const int MaxOperations = 100;

    public async Task<PreparedCommit> PrepareAsync(Commit commit, CancellationToken cancellation)
    {
        InstanceHeader before = commit.Before;
        string folder = Folder(commit.After);
        List<TableTransactionAction> rows = [];
        foreach (IReadOnlyList<TurnRecord> turns in commit.Rows)
            rows.Add(await AddAsync(turns));
        foreach (InboxMessage message in commit.Held)
            rows.Add(new TableTransactionAction(
                TableTransactionActionType.Add, InboxRow.Write(message, await payloads.SaveAsync(message.Payload, InboxRow.Folder(message), cancellation))));
        InstanceHeader after = commit.After with
        {
            ETag = before.ETag,
            Input = await SaveAsync(commit.Texts.Input, before.Input),
            Output = await SaveAsync(commit.Texts.Output, before.Output),
            CustomStatus = await SaveAsync(commit.Texts.CustomStatus, before.CustomStatus),
            Failure = await SaveAsync(commit.Texts.Failure, before.Failure),
        };
        after = after with
        {
            HasBlobs = before.HasBlobs || rows.Any(row => HistoryRow.HasBlob((TableEntity)row.Entity) || InboxRow.HasBlob((TableEntity)row.Entity))
                || new[] { after.Input, after.Output, after.Failure, after.CustomStatus }.Any(PayloadStore.IsBlob),
        };
        rows.AddRange(commit.Consumed.Select(key => Delete(after.InstanceId, key)));
        int room = MaxOperations - 1 - rows.Count;
        rows.AddRange(commit.Ended.Take(room).Select(key => Delete(after.InstanceId, key)));
        return new PreparedCommit(after, HeaderRow.Write(after, commit.Tail), rows, [.. commit.Ended.Skip(room)]);

        async Task<string?> SaveAsync(NewText text, string? reference) =>
            text.IsSet ? await payloads.SaveAsync(text.Value, folder, cancellation) : reference;

        async Task<TableTransactionAction> AddAsync(IReadOnlyList<TurnRecord> turns)
        {
            string key = HistoryKeys.Of(commit.After.ExecutionKey, turns[0].Number);
            string? blob = turns is [{ Json.Length: > PayloadStore.MaxInline }]
                ? await payloads.SaveAsync(turns[0].Json, folder, cancellation) : null;
            return new TableTransactionAction(
                TableTransactionActionType.Add,
                blob is null ? HistoryRow.Write(before.InstanceId, key, turns) : HistoryRow.WriteBlob(before.InstanceId, key, blob));
        }
    }

    /// <summary>Folder of an execution's blobs.</summary>
    public static string Folder(InstanceHeader header) => $"{header.Incarnation}/{header.Execution:D6}";

    /// <summary>Deletes a row whatever its ETag.</summary>
    public static TableTransactionAction Delete(string instanceId, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All);
}
