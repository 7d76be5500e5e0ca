using Azure;
using Azure.Data.Tables;
using NtmServerless.LocalHost.Durable.Scheduling;
using NtmServerless.LocalHost.Durable.Turns;
using NtmServerless.LocalHost.Storage;

namespace NtmServerless.LocalHost.Durable.Records;

/// <summary>Everything that storage holds of one instance.</summary>
/// <param name="Header">The header.</param>
/// <param name="Execution">The current execution with its history.</param>
/// <param name="Tail">The turns that the header holds.</param>
/// <param name="Rows">Keys of the current execution's history rows.</param>
/// <param name="Inbox">Messages that no turn has taken.</param>
/// <param name="Stale">Keys of rows that belong to earlier executions.</param>
internal sealed record StoredInstance(
    InstanceHeader Header,
    Execution Execution,
    IReadOnlyList<TurnRecord> Tail,
    IReadOnlyList<string> Rows,
    IReadOnlyList<InboxMessage> Inbox,
    IReadOnlyList<string> Stale);

/// <summary>Reads and writes one instance: one partition, at most one transaction a turn.</summary>
internal sealed class InstanceStore
{
    private readonly TableClient _table;
    private readonly CommitWriter _writer;

    public InstanceStore(HostStorage storage, DurableNames names)
    {
        _table = storage.Tables.GetTableClient(names.Table);
        Payloads = new PayloadStore(storage.Blobs.GetBlobContainerClient(names.Container));
        _writer = new CommitWriter(Payloads);
        Queries = new InstanceQueries(_table);
    }

    public PayloadStore Payloads { get; }

    public InstanceQueries Queries { get; }

    /// <summary>Makes the table and the container.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        await _table.CreateIfNotExistsAsync(cancellation);
        await Payloads.CreateAsync(cancellation);
    }

    /// <summary>The header; null when there is no such instance.</summary>
    public async Task<InstanceHeader?> HeaderAsync(string instanceId, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> row =
            await _table.GetEntityIfExistsAsync<TableEntity>(instanceId, HeaderRow.Key, cancellationToken: cancellation);
        return row.HasValue ? HeaderRow.Read(row.Value!) : null;
    }

    /// <summary>Adds a new instance and gives it with its ETag; null when there is one of that id.</summary>
    public async Task<InstanceHeader?> TryAddAsync(InstanceHeader header, CancellationToken cancellation)
    {
        try
        {
            Response answer = await _table.AddEntityAsync(HeaderRow.Write(header, []), cancellation);
            return header with { ETag = answer.Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            return await OwnAsync(header, cancellation);
        }
    }

    /// <summary>Puts a new instance in the place of one that has ended; null when that one has changed since it was read.</summary>
    public async Task<InstanceHeader?> TryReplaceAsync(InstanceHeader ended, InstanceHeader header, CancellationToken cancellation)
    {
        try
        {
            Response answer = await _table.UpdateEntityAsync(
                HeaderRow.Write(header, []), ended.ETag, TableUpdateMode.Replace, cancellation);
            return header with { ETag = answer.Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            return await OwnAsync(header, cancellation);
        }
    }

    /// <summary>Adds a message to the inbox.</summary>
    public async Task AddAsync(InboxMessage message, CancellationToken cancellation)
    {
        string? reference = await Payloads.SaveAsync(message.Payload, InboxRow.Folder(message), cancellation);
        try
        {
            await _table.AddEntityAsync(InboxRow.Write(message, reference), cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            // Keys are unique, so this is our own row after a lost answer.
        }
    }

    /// <summary>Reads the whole partition; null when there is no such instance.</summary>
    /// <exception cref="InstanceDamagedException">Turns are missing.</exception>
    public async Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}"), cancellationToken: cancellation))
            rows.Add(row);
        if (rows.Find(row => row.RowKey == HeaderRow.Key) is not { } found)
            return null;
        InstanceHeader header = HeaderRow.Read(found);
        List<InboxMessage> inbox = [];
        foreach (TableEntity row in rows.Where(row => row.RowKey.StartsWith(InboxRow.Prefix, StringComparison.Ordinal)))
            inbox.Add(await InboxRow.ReadAsync(row, Payloads, cancellation));

        ILookup<bool, TableEntity> history = rows.Where(row => row.RowKey.StartsWith(HistoryKeys.Prefix, StringComparison.Ordinal))
            .ToLookup(row => row.RowKey.StartsWith($"{HistoryKeys.Prefix}{header.ExecutionKey}-", StringComparison.Ordinal));
        IReadOnlyList<TurnRecord> tail = HeaderRow.ReadTail(found);
        List<Turn> turns = [];
        foreach (TableEntity row in history[true])
            turns.AddRange((await HistoryRow.ReadAsync(row, Payloads, cancellation)).Select(turn => turn.Read()));
        turns.AddRange(tail.Select(turn => turn.Read()));
        Execution execution = new(
            instanceId, header.Name, header.ExecutionKey, await Payloads.ReadAsync(header.Input, cancellation), header.Version)
        {
            Carried = [.. turns.Where(turn => turn.Number == 0).SelectMany(turn => turn.Received).OfType<EventReceived>()],
            Turns = [.. turns.Where(turn => turn.Number > 0).OrderBy(turn => turn.Number)],
        };
        if (!execution.Turns.Select(turn => turn.Number).SequenceEqual(Enumerable.Range(1, header.Turn)))
            throw new InstanceDamagedException(instanceId, header.Turn, execution.Turns.Count);
        return new StoredInstance(
            header, execution, tail, [.. history[true].Select(row => row.RowKey)], inbox, [.. history[false].Select(row => row.RowKey)]);
    }

    /// <summary>Lets an instance that has failed go on from its history; false when it has changed since it was read.</summary>
    public async Task<bool> TryReopenAsync(InstanceHeader failed, CancellationToken cancellation)
    {
        try
        {
            TableEntity row = await _table.GetEntityAsync<TableEntity>(failed.InstanceId, HeaderRow.Key, cancellationToken: cancellation);
            if (row.ETag != failed.ETag)
                return false;
            HeaderRow.Reopen(row);
            await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Writes large texts, and makes the transaction.</summary>
    public Task<PreparedCommit> PrepareAsync(Commit commit, CancellationToken cancellation) => _writer.PrepareAsync(commit, cancellation);

    /// <summary>Sends the transaction; the header alone when nothing else changes.</summary>
    /// <returns>The header with its new ETag; null when storage does not hold what the commit was decided on.</returns>
    public async Task<InstanceHeader?> TrySendAsync(PreparedCommit commit, CancellationToken cancellation)
    {
        try
        {
            ETag etag = commit.Header.ETag;
            if (commit.Others.Count == 0)
            {
                Response answer = await _table.UpdateEntityAsync(commit.HeaderRow, etag, TableUpdateMode.Replace, cancellation);
                return commit.Header with { ETag = answer.Headers.ETag!.Value };
            }

            // The header goes first: its answer carries the ETag that the next commit needs.
            TableTransactionAction header = new(TableTransactionActionType.UpdateReplace, commit.HeaderRow, etag);
            Response<IReadOnlyList<Response>> answers = await _table.SubmitTransactionAsync([header, .. commit.Others], cancellation);
            return commit.Header with { ETag = answers.Value[0].Headers.ETag!.Value };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Deletes rows that are there or not, in as many transactions as it takes.</summary>
    public async Task DeleteAsync(string instanceId, IEnumerable<string> keys, CancellationToken cancellation)
    {
        foreach (string key in keys)
            await _table.DeleteEntityAsync(instanceId, key, ETag.All, cancellation);
    }

    /// <summary>Deletes an instance; the header last, so that a purge that breaks off can be done again.</summary>
    /// <returns>False when it was started anew meanwhile, and lives.</returns>
    public async Task<bool> PurgeAsync(InstanceHeader header, CancellationToken cancellation)
    {
        List<string> keys = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {header.InstanceId}"), null, ["RowKey"], cancellation))
            keys.Add(row.RowKey);
        keys.Remove(HeaderRow.Key);
        if (header.HasBlobs)
            await Payloads.DeleteAsync($"{header.Incarnation}/", [], cancellation);
        IEnumerable<TableTransactionAction> deletes = keys.Select(key => CommitWriter.Delete(header.InstanceId, key))
            .Append(new(TableTransactionActionType.Delete, new TableEntity(header.InstanceId, HeaderRow.Key), header.ETag));
        try
        {
            foreach (TableTransactionAction[] chunk in deletes.Chunk(CommitWriter.MaxOperations)) await _table.SubmitTransactionAsync(chunk, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes what an earlier instance of the same id left; what fails here stays until the new one is purged.</summary>
    public async Task ForgetAsync(InstanceHeader earlier, CancellationToken cancellation)
    {
        try
        {
            List<string> keys = [];
            string first = $"{HistoryKeys.Prefix}{earlier.Incarnation}-", end = $"{HistoryKeys.Prefix}{earlier.Incarnation}.";
            await foreach (TableEntity row in _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {earlier.InstanceId} and RowKey ge {first} and RowKey lt {end}"),
                null, ["RowKey"], cancellation))
                keys.Add(row.RowKey);
            await DeleteAsync(earlier.InstanceId, keys, cancellation);
            if (earlier.HasBlobs)
                await Payloads.DeleteAsync($"{earlier.Incarnation}/", [], cancellation);
        }
        catch (RequestFailedException)
        {
            // The new instance is recorded; that old rows are still there must not fail its start.
        }
    }

    /// <summary>
    /// The client library asks again when an answer is lost; then the row that is in the way is our own, and this gives it.
    /// </summary>
    private async Task<InstanceHeader?> OwnAsync(InstanceHeader header, CancellationToken cancellation) =>
        await HeaderAsync(header.InstanceId, cancellation) is { } stored && stored.Incarnation == header.Incarnation ? stored : null;
}
