using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace NtmServerless.Storage.Tables;

/// <summary>
/// The one place that decides which storage keeps the records. <c>RecordsStorage</c> names an account of their own (a
/// connection string, or <c>RecordsStorage__tableServiceUri</c> and <c>__blobServiceUri</c> with an identity); without it
/// the records stand beside the host's own, in <c>AzureWebJobsStorage</c>.
/// </summary>
public sealed class RecordsStorage
{
    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;
    private readonly string _prefix;
    private readonly ILoggerFactory _logs;

    /// <param name="prefix">Put before every table and container name, so that tests keep apart.</param>
    /// <param name="logs">Where what goes wrong is written; nowhere without one.</param>
    public RecordsStorage(TableServiceClient tables, BlobServiceClient blobs, string prefix = "", ILoggerFactory? logs = null)
    {
        _logs = logs ?? NullLoggerFactory.Instance;
        _tables = tables;
        _blobs = blobs;
        _prefix = prefix;
    }

    /// <exception cref="InvalidOperationException">Nothing is configured; the message says what to set.</exception>
    public static RecordsStorage From(IConfiguration configuration, ILoggerFactory logs)
    {
        OutboxRows.OfThisProcess.Log = logs.CreateLogger<OutboxRows>();
        DamagedRows.OfThisProcess.Log = logs.CreateLogger<DamagedRows>();
        IConfigurationSection own = configuration.GetSection("RecordsStorage");
        string prefix = configuration["RecordsStoragePrefix"] ?? "";
        if (own["tableServiceUri"] is { } tableUri && own["blobServiceUri"] is { } blobUri)
        {
            TokenCredential identity = new ManagedIdentityCredential(
                own["clientId"] is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned);
            return new RecordsStorage(
                new TableServiceClient(new Uri(tableUri), identity, ClientSettings.Tables()),
                new BlobServiceClient(new Uri(blobUri), identity, ClientSettings.Blobs()), prefix, logs);
        }

        string connection = own.Value ?? configuration["AzureWebJobsStorage"]
            ?? throw new InvalidOperationException(
                "No storage: set RecordsStorage or AzureWebJobsStorage to a connection string, or RecordsStorage__tableServiceUri and RecordsStorage__blobServiceUri.");
        return new RecordsStorage(
            new TableServiceClient(connection, ClientSettings.Tables()), new BlobServiceClient(connection, ClientSettings.Blobs()), prefix, logs);
    }

    internal TableClient Table(string name) => _tables.GetTableClient(_prefix + name);

    internal ILogger LogOf<T>() => _logs.CreateLogger<T>();

    internal BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(_prefix.ToLowerInvariant() + name);

    /// <summary>Makes every table and container that is not there yet; safe to call at every start.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        foreach (string table in StorageNames.Tables)
            await Table(table).CreateIfNotExistsAsync(cancellation);
        foreach (string container in StorageNames.Containers)
            await Container(container).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Asks the tables for nothing, to see whether they answer.</summary>
    public async Task ProbeAsync(CancellationToken cancellation) =>
        await Table(StorageNames.Plans).GetEntityIfExistsAsync<TableEntity>("probe", "probe", cancellationToken: cancellation);
}
