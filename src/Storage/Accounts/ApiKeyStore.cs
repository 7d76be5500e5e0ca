using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Accounts;

/// <summary>A caller's key as it is listed: never the key itself, which only its hash remembers.</summary>
public sealed record CallerKey(string Id, Caller Caller, DateTimeOffset MadeAt, DateTimeOffset? RevokedAt = null);

/// <summary>API keys of callers. A key is shown once; its SHA-256 is the row. Partition <c>key</c>.</summary>
public sealed class ApiKeyStore(RecordsStorage storage)
{
    private const string Partition = "key";
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly TableClient _table = storage.Table(StorageNames.ApiKeysApi);
    private readonly ConcurrentDictionary<string, (Caller? Caller, long At)> _known = new(StringComparer.Ordinal);

    /// <summary>Who holds the key; null for an unknown or revoked one. A revocation reaches other processes within 30 seconds.</summary>
    public async Task<Caller?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key.Length is < 20 or > 200) return null;
        string id = Key.Hash(key);
        if (_known.TryGetValue(id, out (Caller? Caller, long At) known) && TimeProvider.System.GetElapsedTime(known.At) < Remembered) return known.Caller;
        NullableResponse<TableEntity> row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        Caller? caller = row.HasValue && Row.Read<CallerKey>(row.Value!) is { RevokedAt: null } found ? found.Caller : null;
        // Only known keys are remembered: guessed ones must not fill the memory.
        if (caller is not null) _known[id] = (caller, TimeProvider.System.GetTimestamp());
        return caller;
    }

    /// <summary>Keeps a key for a caller. The same key again changes nothing.</summary>
    public async Task<CallerKey> AddAsync(string key, Caller caller, DateTimeOffset now, CancellationToken cancellation)
    {
        CallerKey made = new(Key.Hash(key), caller, now);
        try
        {
            await _table.AddEntityAsync(Row.Of(Partition, made.Id, made), cancellation);
        }
        catch (RequestFailedException e) when (Conflict.IsDuplicate(e))
        {
            return (await ListAsync(cancellation)).Single(k => k.Id == made.Id);
        }

        return made;
    }

    public async Task<IReadOnlyList<CallerKey>> ListAsync(CancellationToken cancellation)
    {
        List<CallerKey> keys = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation))
            keys.Add(Row.Read<CallerKey>(row));
        return keys;
    }

    /// <summary>Takes a key back; repeated, it stays as it is.</summary>
    /// <exception cref="RecordMissingException">There is no such key.</exception>
    public async Task<CallerKey> RevokeAsync(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        CallerKey revoked = await Heads.RetryAsync(id, async () =>
        {
            (CallerKey key, ETag etag) = await Heads.FindAsync<CallerKey>(_table, Partition, id, cancellation)
                ?? throw new RecordMissingException("key");
            if (key.RevokedAt is not null) return key;
            CallerKey taken = key with { RevokedAt = now };
            await _table.UpdateEntityAsync(Row.Of(Partition, id, taken), etag, TableUpdateMode.Replace, cancellation);
            return taken;
        }, cancellation);
        _known.TryRemove(id, out _);
        return revoked;
    }
}
