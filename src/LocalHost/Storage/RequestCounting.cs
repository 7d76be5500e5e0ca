using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace NtmServerless.LocalHost.Storage;

/// <summary>Counts every request that the host's own clients send to storage, repeated ones included.</summary>
internal sealed class RequestCounting : HttpPipelineSynchronousPolicy
{
    public const string Instrument = "storage.requests";

    public const string HostMeter = "NtmServerless.LocalHost";

    private static readonly Meter RequestMeter = new(HostMeter);
    private static readonly Counter<long> Requests = RequestMeter.CreateCounter<long>(Instrument);

    public override void OnSendingRequest(HttpMessage message) => Requests.Add(1);

    /// <summary>The host's clients of one storage account.</summary>
    /// <param name="connectionString">The storage account.</param>
    /// <param name="ownership">What rows wait for; null: nobody else is there.</param>
    /// <exception cref="FormatException">The connection string cannot be read.</exception>
    public static HostStorage Clients(string connectionString, Ownership? ownership = null)
    {
        // Short: a turn waits for it, and is tried again without end.
        TableClientOptions tables = new() { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(10) } };
        tables.AddPolicy(new RequestCounting(), HttpPipelinePosition.PerRetry);
        if (ownership is not null)
            tables.AddPolicy(new OwnedRequests(ownership), HttpPipelinePosition.PerRetry);
        BlobClientOptions blobs = new();
        blobs.AddPolicy(new RequestCounting(), HttpPipelinePosition.PerRetry);
        return new HostStorage(new TableServiceClient(connectionString, tables), new BlobServiceClient(connectionString, blobs));
    }
}
