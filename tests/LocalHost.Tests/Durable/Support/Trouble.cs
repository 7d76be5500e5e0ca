using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>
/// A storage that makes trouble with one request in ten: lost before it arrives, answer lost after it was carried out, 500,
/// 503, a refusal by ETag that is not true, or a slow answer.
/// </summary>
internal sealed class Trouble(int seed) : HttpPipelinePolicy
{
    private readonly Random _random = new(seed);
    private int _troubles;

    public bool IsOn { get; set; }

    public int Troubles => Volatile.Read(ref _troubles);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        int kind = Throw();
        if (kind == 0)
            throw new IOException("The request was lost.");
        if (kind is 1 or 2)
            throw new RequestFailedException(kind == 1 ? 500 : 503, "The storage is busy.");
        if (kind == 3 && message.Request.Headers.Contains("If-Match"))
            throw new RequestFailedException(412, "The condition is not met.");
        await ProcessNextAsync(message, pipeline);
        if (kind == 4)
            throw new IOException("The answer was lost.");
        if (kind == 5)
            throw new RequestFailedException(500, "Carried out, and then failed.");
        if (kind == 6)
            await Task.Delay(50, message.CancellationToken);
    }

    private int Throw()
    {
        lock (_random)
        {
            if (!IsOn || _random.Next(10) != 0)
                return -1;
            _troubles++;
            return _random.Next(7);
        }
    }
}
