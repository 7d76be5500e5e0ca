using Microsoft.DurableTask.Protobuf;
using NtmServerless.LocalHost.Durable.Turns;

namespace NtmServerless.LocalHost.Durable;

/// <summary>A function of the app threw.</summary>
internal sealed class FunctionFailedException(Failure failure) : Exception(failure.ErrorMessage)
{
    public Failure Failure { get; } = failure;
}
