namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of every binding attribute.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    /// <summary>For derived attributes.</summary>
    public BindingAttribute()
    {
    }
}

/// <summary>Base of the attributes that start a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public TriggerBindingAttribute()
    {
    }
}

/// <summary>Base of the attributes that hand something to a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class InputBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public InputBindingAttribute()
    {
    }
}

/// <summary>Base of the attributes that take something from a function.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
    /// <summary>For derived attributes.</summary>
    public OutputBindingAttribute()
    {
    }
}
