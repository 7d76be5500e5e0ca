using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>Turns a decided commit into one entity-group transaction; large texts go to blobs first.</summary>
internal sealed class CommitWriter(PayloadStore payloads)
{
    /// <summary>Operations that Table Storage takes in one transaction.</summary>
    public const int MaxOperations = 100;

    public async Task<PreparedCommit> PrepareAsync(TurnCommit commit, CancellationToken cancellation)
    {
        InstanceHeader after = commit.After;
        string folder = Folder(after);
        List<TableTransactionAction> rows = [];
        if (commit.Turn is { } turn && commit.Ending is not StartsAgain)
            rows.Add(await AddAsync(turn, turn.Number));
        if (commit.Ending is StartsAgain { Carried.Count: > 0 } again)
            rows.Add(await AddAsync(new Turn(0, after.LastTurnAt, default, again.Carried, []), 0));
        after = after with
        {
            Input = commit.Ending is StartsAgain next ? await SaveAsync(next.Input) : after.Input,
            Output = commit.Ending is Returned returned ? await SaveAsync(returned.Output) : after.Output,
            Failure = commit.Ending is Threw threw
                ? await SaveAsync(JsonSerializer.Serialize(threw.Failure, DurableJson.Options)) : after.Failure,
            CustomStatus = commit.CustomStatus.IsSet ? await SaveAsync(commit.CustomStatus.Json) : after.CustomStatus,
        };
        after = after with
        {
            HasBlobs = after.HasBlobs || rows.Any(row => PayloadStore.IsBlob(((TableEntity)row.Entity).GetString("Turn")))
                || new[] { after.Input, after.Output, after.Failure, after.CustomStatus }.Any(PayloadStore.IsBlob),
        };

        // The header goes first: its answer carries the ETag that the next turn needs.
        rows.Insert(0, new TableTransactionAction(
            TableTransactionActionType.UpdateReplace, HeaderRow.Write(after), commit.Before.ETag));
        rows.AddRange(commit.Consumed.Select(message => Delete(after.InstanceId, message.Key)));
        int room = MaxOperations - rows.Count;
        rows.AddRange(commit.Ended.Take(room).Select(key => Delete(after.InstanceId, key)));
        return new PreparedCommit(after, rows, [.. commit.Ended.Skip(room)]);

        async Task<string?> SaveAsync(string? text) => await payloads.SaveAsync(text, folder, cancellation);

        async Task<TableTransactionAction> AddAsync(Turn turn, int number) => new(
            TableTransactionActionType.Add,
            HistoryRow.Write(after.InstanceId, after.ExecutionKey, number, (await SaveAsync(HistoryRow.Json(turn)))!));
    }

    /// <summary>Folder of an execution's blobs.</summary>
    public static string Folder(InstanceHeader header) => $"{header.Incarnation}/{header.Execution:D6}";

    /// <summary>Deletes a row whatever its ETag.</summary>
    public static TableTransactionAction Delete(string instanceId, string key) =>
        new(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All);
}
