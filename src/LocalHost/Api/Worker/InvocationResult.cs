namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned; a middleware may put something else in its place.</summary>
public abstract class InvocationResult<T>
{
    protected InvocationResult()
    {
    }

    public abstract T? Value { get; set; }
}

/// <summary>What the function returned, untyped.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
    protected InvocationResult()
    {
    }
}
