using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>What starts a function.</summary>
internal enum TriggerKind
{
    Http,
    Timer,
    Orchestration,
    Activity,
}

/// <summary>One function of the app: its method, and the parameter that its trigger fills.</summary>
internal sealed class FunctionEntry
{
    public FunctionEntry(string name, MethodInfo method, ParameterInfo triggerParameter, Attribute trigger, TriggerKind kind)
    {
        Name = name;
        Method = method;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        Kind = kind;
        Definition = new LocalFunctionDefinition(this);
        Call = new MethodCall(method);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo TriggerParameter { get; }

    public Attribute Trigger { get; }

    public TriggerKind Kind { get; }

    public FunctionDefinition Definition { get; }

    public MethodCall Call { get; }

    public override string ToString() => $"{Name} ({Method.DeclaringType?.FullName}.{Method.Name})";
}
