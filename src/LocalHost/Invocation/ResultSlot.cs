using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>Holds the result of one invocation for the function, the middleware and the host.</summary>
internal sealed class ResultSlot
{
    public object? Value { get; set; }
}

internal sealed class UntypedResult(ResultSlot slot) : InvocationResult
{
    public override object? Value
    {
        get => slot.Value;
        set => slot.Value = value;
    }
}

internal sealed class TypedResult<T>(ResultSlot slot) : InvocationResult<T>
{
    public override T? Value
    {
        get => (T?)slot.Value;
        set => slot.Value = value;
    }
}
