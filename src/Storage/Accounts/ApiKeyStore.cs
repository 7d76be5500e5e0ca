using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Accounts;

/// <summary>A caller's key as it is listed: never the key itself, which only its hash remembers.</summary>
public sealed record CallerKey(string Id, Caller Caller, DateTimeOffset MadeAt, DateTimeOffset? RevokedAt = null);

/// <summary>API keys of callers. A key is shown once; its SHA-256 is the row. Partition <c>key</c>.</summary>
public sealed class ApiKeyStore(RecordsStorage storage, TimeProvider time)
{
    public const int ShortestKey = 20;
    public const int LongestKey = 200;

    private const string Partition = "key";


    private readonly TableClient _table = storage.Table(StorageNames.ApiKeysApi);
    private readonly Remembered<Caller> _known = new(time);

    /// <summary>Who holds the key; null for an unknown or revoked one. A revocation reaches other processes within 30 seconds.</summary>
    public async Task<Caller?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key.Length is < ShortestKey or > LongestKey) return null;
        string id = Key.Hash(key);
        return await _known.FindAsync(id, async () =>
            await Heads.FindAsync<CallerKey>(_table, Partition, id, cancellation) is { Value: { RevokedAt: null } found } ? found.Caller : null);
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

    public async Task<IReadOnlyList<CallerKey>> ListAsync(CancellationToken cancellation) =>
        await Rows.ListAsync<CallerKey>(_table, $"PartitionKey eq '{Partition}'", cancellation);

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
        _known.Forget(id);
        return revoked;
    }
}
