namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which way a binding carries data, seen from the function.</summary>
public enum BindingDirection
{
    In,
    Out,
}

/// <summary>One binding of a function: <c>httpTrigger</c>, <c>timerTrigger</c>, <c>orchestrationTrigger</c> and so on.</summary>
public abstract class BindingMetadata
{
    protected BindingMetadata()
    {
    }

    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}

/// <summary>What the trigger knew when the function was invoked: route values, the instance id.</summary>
public abstract class BindingContext
{
    protected BindingContext()
    {
    }

    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
