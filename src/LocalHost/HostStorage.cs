using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace NtmServerless.LocalHost;

/// <summary>The host's own storage (AzureWebJobsStorage): durable instances, timer schedules, the owner lease.</summary>
internal sealed record HostStorage(TableServiceClient Tables, BlobServiceClient Blobs);
