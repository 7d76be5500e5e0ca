using Azure.Core;
using Azure.Core.Pipeline;

namespace NtmServerless.LocalHost.Tests.Durable.Support;

/// <summary>Loses requests, or their answers, on the way to storage, as a test says; counts what goes through.</summary>
internal sealed class Faults : HttpPipelinePolicy
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Loses a request before storage sees it.</summary>
    public Func<Request, bool> LosesRequest { get; set; } = _ => false;

    /// <summary>Loses the answer after storage has done what was asked.</summary>
    public Func<Request, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>Whether the engine writes turns: a transaction, or the header alone.</summary>
    public static bool IsCommit(Request request) =>
        request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || request.Method == RequestMethod.Put;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (LosesRequest(message.Request))
            throw new IOException("The request was lost.");
        Interlocked.Increment(ref _requests);
        await ProcessNextAsync(message, pipeline);
        if (LosesAnswer(message.Request))
            throw new IOException("The answer was lost.");
    }
}
