using Azure.Core;
using Azure.Core.Pipeline;

namespace NtmServerless.LocalHost.Storage;

/// <summary>Holds back the host's requests while it is not certain that the storage is its own.</summary>
internal sealed class OwnedRequests(Ownership ownership) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The host asks its storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ownership.WhenCertainAsync(message.CancellationToken);
        await ProcessNextAsync(message, pipeline);
    }
}
