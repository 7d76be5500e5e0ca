using Azure.Core;
using Azure.Core.Pipeline;

namespace NtmServerless.Storage.Tests.Support;

/// <summary>What can happen to one request on its way.</summary>
internal enum Fault
{
    None,

    /// <summary>The request arrives and is carried out; its answer does not come back.</summary>
    AnswerLost,

    /// <summary>The storage says 503 and does nothing.</summary>
    Unavailable,
}

/// <summary>Puts faults between a client and the real storage, below the client's own retries.</summary>
internal sealed class Faults(Func<Request, Fault> choose) : HttpPipelinePolicy
{
    private int _happened;

    public int Happened => _happened;

    /// <summary>Loses the answers of the first transactions that are sent.</summary>
    public static Faults LoseTransactionAnswers(int times)
    {
        int left = times;
        return new(r => IsTransaction(r) && Interlocked.Decrement(ref left) >= 0 ? Fault.AnswerLost : Fault.None);
    }

    public static bool IsTransaction(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Fault fault = choose(message.Request);
        if (fault != Fault.None) Interlocked.Increment(ref _happened);
        if (fault == Fault.Unavailable)
        {
            message.Response = new UnavailableAnswer();
            return;
        }

        await ProcessNextAsync(message, pipeline);
        if (fault == Fault.AnswerLost) throw new IOException("The answer got lost.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);
}
