using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// Writes that happen together or not at all, in one partition. Holds the limits of Table Storage itself (100 rows, 4 MiB,
/// one partition, each row once), because Azurite lets some of them pass.
/// </summary>
internal sealed class Transaction(string partition)
{
    public const int MostRows = 100;
    private const int MostBytes = 4 * 1024 * 1024 - 64 * 1024;

    private readonly List<TableTransactionAction> _actions = [];
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private int _bytes;

    public IReadOnlyList<TableTransactionAction> Actions => _actions;

    public int Count => _actions.Count;

    public bool IsFull(int room) => _actions.Count + room > MostRows || _bytes > MostBytes / 2;

    public bool Has(string row) => _rows.Contains(row);

    public void Add(TableEntity entity) => Put(TableTransactionActionType.Add, entity, default);

    public void Replace(TableEntity entity, ETag etag) => Put(TableTransactionActionType.UpdateReplace, entity, etag);

    public void Upsert(TableEntity entity) => Put(TableTransactionActionType.UpsertReplace, entity, default);

    public void Delete(string row) => Delete(row, ETag.All);

    public void Delete(string row, ETag etag) => Put(TableTransactionActionType.Delete, new TableEntity(partition, row), etag);

    /// <summary>Sends the transaction and gives the ETags of its rows, in order.</summary>
    public async Task<IReadOnlyList<ETag>> SubmitAsync(TableClient table, CancellationToken cancellation)
    {
        string[] outbox = [.. _rows.Where(OutboxRows.IsRow)];
        foreach (string row in outbox) OutboxRows.OfThisProcess.Written(table.Name, partition, row);
        try
        {
            Response<IReadOnlyList<Response>> answer = await table.SubmitTransactionAsync(_actions, cancellation);
            return [.. answer.Value.Select(r => r.Headers.ETag ?? default)];
        }
        catch (RequestFailedException e) when (Conflict.IsStale(e) || Conflict.IsDuplicate(e) || Conflict.IsMissing(e))
        {
            foreach (string row in outbox) OutboxRows.OfThisProcess.Refused(table.Name, partition, row);
            throw;
        }
    }

    private void Put(TableTransactionActionType type, TableEntity entity, ETag etag)
    {
        if (entity.PartitionKey != partition) throw new InvalidOperationException("A transaction stays in one partition.");
        if (!_rows.Add(entity.RowKey)) throw new InvalidOperationException($"Row {entity.RowKey} stands twice in one transaction.");
        if (_actions.Count == MostRows) throw new InvalidOperationException("A transaction has at most 100 rows.");
        _bytes += Size(entity);
        if (_bytes > MostBytes) throw new InvalidOperationException("A transaction has at most 4 MiB.");
        _actions.Add(new TableTransactionAction(type, entity, etag));
    }

    // On the wire a quotation mark and a letter with accents take six bytes each; the row's own frame is about 700 bytes.
    private static int Size(TableEntity entity) =>
        700 + ((IDictionary<string, object>)entity).Values.OfType<string>().Sum(text => JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length);
}
