using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace NtmServerless.Storage;

/// <summary>How the storage clients behave: every request counted, short retries, because a person waits for the answer.</summary>
internal static class ClientSettings
{
    private static readonly Meter Meter = new("NtmServerless.Storage");
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("storage.requests", description: "Requests sent to the records' storage");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("storage.failures", description: "Requests that the records' storage did not answer, or with an error of its own");

    public static TableClientOptions Tables() => With(new TableClientOptions(), TimeSpan.FromSeconds(6));

    public static BlobClientOptions Blobs() => With(new BlobClientOptions(), TimeSpan.FromSeconds(60));

    // A row answers in milliseconds, a file of 20 MB may take its time over an office line.
    private static T With<T>(T options, TimeSpan patience)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = patience;
        options.AddPolicy(new Counting(), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class Counting : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Requests.Add(1);
            try
            {
                ProcessNext(message, pipeline);
            }
            catch
            {
                Failures.Add(1);
                throw;
            }

            Look(message);
        }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Requests.Add(1);
            try
            {
                await ProcessNextAsync(message, pipeline);
            }
            catch when (!message.CancellationToken.IsCancellationRequested)
            {
                Failures.Add(1);
                throw;
            }

            Look(message);
        }

        private static void Look(HttpMessage message)
        {
            if (message.Response.Status is 408 or 429 or >= 500) Failures.Add(1);
        }
    }
}
