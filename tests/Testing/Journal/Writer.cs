using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NtmServerless.Testing.Journal;

/// <summary>
/// Writes rows, entity group transactions and blobs of its own, one after the other and without retries, and remembers
/// what was acknowledged and what was only asked; the storage must hold one or the other, each write whole.
/// </summary>
internal sealed class Writer
{
    private readonly TableClient _table;
    private readonly BlobContainerClient _container;
    private readonly string _id;
    private readonly Random _random;
    private readonly Dictionary<string, Kept> _rows = [];
    private readonly Dictionary<string, Kept> _blobs = [];
    private Dictionary<string, Kept?> _askedRows = [];
    private Dictionary<string, Kept?> _askedBlobs = [];
    private int _number;

    public Writer(string connection, string name, int id, int seed)
    {
        TableClientOptions tables = new();
        tables.Retry.MaxRetries = 0;
        BlobClientOptions blobs = new();
        blobs.Retry.MaxRetries = 0;
        _table = new TableClient(connection, name, tables);
        _container = new BlobContainerClient(connection, name, blobs);
        _id = $"w{id}";
        _random = new Random((seed * 100) + id);
    }

    public int Acknowledged { get; private set; }

    public async Task CreateAsync()
    {
        await _table.CreateIfNotExistsAsync();
        await _container.CreateIfNotExistsAsync();
    }

    /// <summary>Writes until the storage is gone.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            try
            {
                await WriteAsync();
                Acknowledged++;
            }
            catch (Exception gone) when (gone is RequestFailedException { Status: 0 } or IOException or HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Reads everything again; what is there from now on is what counts.</summary>
    public async Task CheckAsync(Func<bool, string, bool> demand)
    {
        Dictionary<string, Kept> rows = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(e => e.PartitionKey == _id))
        {
            int number = row.GetInt32("Number")!.Value;
            demand(row.GetBinary("Content").AsSpan().SequenceEqual(Kept.Content(number)), $"{_id}/{row.RowKey} is whole");
            rows[row.RowKey] = new Kept(number, row.ETag.ToString());
        }

        Dictionary<string, Kept> blobs = [];
        await foreach (BlobItem item in _container.GetBlobsAsync(BlobTraits.None, BlobStates.None, _id + "/", CancellationToken.None))
        {
            BlobDownloadResult blob = await _container.GetBlobClient(item.Name).DownloadContentAsync();
            int number = BitConverter.ToInt32(blob.Content.ToMemory().Span);
            demand(blob.Content.ToMemory().Span[4..].SequenceEqual(Kept.Content(number)), $"{item.Name} is whole");
            blobs[item.Name] = new Kept(number, blob.Details.ETag.ToString());
        }

        Compare(_rows, _askedRows, rows, demand);
        Compare(_blobs, _askedBlobs, blobs, demand);
        (_askedRows, _askedBlobs) = ([], []);
    }

    private static void Compare(
        Dictionary<string, Kept> acknowledged, Dictionary<string, Kept?> asked, Dictionary<string, Kept> there, Func<bool, string, bool> demand)
    {
        // An unanswered write is there as a whole or not at all.
        int applied = asked.Count(a => there.GetValueOrDefault(a.Key)?.Number == a.Value?.Number);
        bool isApplied = asked.Count > 0 && applied == asked.Count;
        Dictionary<string, Kept?> expected = acknowledged.ToDictionary(a => a.Key, a => (Kept?)a.Value);
        if (isApplied)
            foreach ((string key, Kept? value) in asked) expected[key] = value;
        foreach (string key in expected.Keys.Union(there.Keys))
        {
            Kept? want = expected.GetValueOrDefault(key), have = there.GetValueOrDefault(key);
            demand(want?.Number == have?.Number, $"{key}: write {want?.Number} is there, not {have?.Number}");
            demand(want?.ETag is null || want.ETag == have?.ETag, $"{key}: ETag {want?.ETag} is there, not {have?.ETag}");
        }

        acknowledged.Clear();
        foreach ((string key, Kept value) in there) acknowledged[key] = value;
    }

    private Task WriteAsync()
    {
        int number = ++_number;
        string name = $"{_random.Next(12):00}";
        return _random.Next(10) switch
        {
            < 4 => UpsertAsync("r" + name, number),
            < 6 => TransactAsync(number),
            < 7 when _rows.ContainsKey("r" + name) => DeleteAsync("r" + name),
            < 9 => UploadAsync($"{_id}/{name}", number),
            _ => UpdateAsync(number),
        };
    }

    private TableEntity Row(string key, int number) => new(_id, key) { ["Number"] = number, ["Content"] = Kept.Content(number) };

    private async Task UpsertAsync(string key, int number)
    {
        _askedRows = new() { [key] = new Kept(number, null) };
        Response answer = await _table.UpsertEntityAsync(Row(key, number), TableUpdateMode.Replace);
        AcknowledgeRows(new() { [key] = new Kept(number, answer.Headers.ETag.ToString()) });
    }

    // Conditional on the ETag that was acknowledged, if need be before a crash.
    private async Task UpdateAsync(int number)
    {
        if (_rows.FirstOrDefault(r => r.Value.ETag is not null) is not { Key: { } key, Value: { } before })
        {
            await UpsertAsync("r00", number);
            return;
        }

        _askedRows = new() { [key] = new Kept(number, null) };
        Response answer = await _table.UpdateEntityAsync(Row(key, number), new ETag(before.ETag!), TableUpdateMode.Replace);
        AcknowledgeRows(new() { [key] = new Kept(number, answer.Headers.ETag.ToString()) });
    }

    private async Task TransactAsync(int number)
    {
        string[] keys = [.. Enumerable.Range(0, 2 + _random.Next(10)).Select(i => $"t{i:00}")];
        _askedRows = keys.ToDictionary(k => k, _ => (Kept?)new Kept(number, null));
        await _table.SubmitTransactionAsync(keys.Select(k => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(k, number))));
        AcknowledgeRows(_askedRows);
    }

    private async Task DeleteAsync(string key)
    {
        _askedRows = new() { [key] = null };
        await _table.DeleteEntityAsync(_id, key);
        AcknowledgeRows(_askedRows);
    }

    private async Task UploadAsync(string name, int number)
    {
        _askedBlobs = new() { [name] = new Kept(number, null) };
        BlobContentInfo info = await _container.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes([.. BitConverter.GetBytes(number), .. Kept.Content(number)]), overwrite: true);
        _blobs[name] = new Kept(number, info.ETag.ToString());
        _askedBlobs = [];
    }

    private void AcknowledgeRows(Dictionary<string, Kept?> written)
    {
        foreach ((string key, Kept? value) in written)
        {
            if (value is null) _rows.Remove(key);
            else _rows[key] = value;
        }

        _askedRows = [];
    }
}
