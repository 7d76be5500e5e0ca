using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>One process that works on the records of one test; <see cref="Beside"/> is another process on the same records.</summary>
internal sealed class Office
{
    private readonly AzuriteServer _azurite;
    private readonly string _prefix;

    private Office(AzuriteServer azurite, string prefix, Faults? faults, PostChannels? channels)
    {
        _azurite = azurite;
        _prefix = prefix;
        TableClientOptions tables = ClientSettings.Tables();
        BlobClientOptions blobs = ClientSettings.Blobs();
        if (faults is not null)
        {
            tables.AddPolicy(faults, Azure.Core.HttpPipelinePosition.PerRetry);
            blobs.AddPolicy(faults, Azure.Core.HttpPipelinePosition.PerRetry);
        }

        Storage = new RecordsStorage(
            new TableServiceClient(azurite.ConnectionString, tables), new BlobServiceClient(azurite.ConnectionString, blobs), prefix);
        Summaries = new ClassSummaries(Storage);
        Channels = channels ?? PostChannels.None;
        Post = new PostOffice(Storage, Channels);
        Ledger = new ClassStore(Storage, Summaries, Post, Time);
        Records = new ClassReader(Storage, Ledger);
        Founding = new ClassFounding(Summaries, new ShareStore(Storage, Time), Ledger, Time);
        Reports = new PeriodicReportStore(Storage, Post, Time);
    }

    public FixedTime Time { get; } = new();

    public RecordsStorage Storage { get; }

    public ClassSummaries Summaries { get; }

    public PostChannels Channels { get; }

    public PostOffice Post { get; }

    public ClassStore Ledger { get; }

    public ClassReader Records { get; }

    public ClassFounding Founding { get; }

    public PeriodicReportStore Reports { get; }

    public TableClient ClassRows => Storage.Table(StorageNames.Classes);

    public TableClient PostRows => Storage.Table(StorageNames.Post);

    /// <summary>Fresh tables under a prefix that no other test has.</summary>
    public static async Task<Office> OpenAsync(AzuriteServer azurite, PostChannels? channels = null)
    {
        Office office = new(azurite, "t" + Guid.NewGuid().ToString("N")[..14], null, channels);
        await office.Storage.CreateAsync(Xunit.TestContext.Current.CancellationToken);
        return office;
    }

    public Office Beside(Faults? faults = null) => new(_azurite, _prefix, faults, Channels);

    /// <summary>Puts a class into the records, with its summary, as founding does.</summary>
    public async Task<TrainingClass> KeepAsync(TrainingClass c)
    {
        AuditEntry entry = new(Time.GetUtcNow(), [Actor.Lifecycle], c.Stage.ToString());
        await Ledger.FoundAsync(c, entry, new Waker(), Xunit.TestContext.Current.CancellationToken);
        return c;
    }

    /// <summary>The rows of a class whose key begins with a prefix, as they stand in the table.</summary>
    public async Task<List<TableEntity>> RowsAsync(ClassId classId, string prefix = "") =>
        await ClassRows.QueryAsync<TableEntity>($"PartitionKey eq '{classId}'", cancellationToken: Xunit.TestContext.Current.CancellationToken)
            .Where(r => r.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            .ToListAsync(Xunit.TestContext.Current.CancellationToken);
}
