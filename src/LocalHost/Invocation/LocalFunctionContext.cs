using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>One invocation on this host.</summary>
internal sealed class LocalFunctionContext : FunctionContext
{
    private readonly InvocationBindingData _bindingData;

    public LocalFunctionContext(
        FunctionEntry function,
        IServiceProvider services,
        IReadOnlyDictionary<string, object?> bindingData,
        object? trigger,
        CancellationToken cancellation)
    {
        Function = function;
        InstanceServices = services;
        Trigger = trigger;
        CancellationToken = cancellation;
        _bindingData = new InvocationBindingData(bindingData);
        Features.Set(Result);
    }

    public FunctionEntry Function { get; }

    /// <summary>What the trigger parameter receives: HttpRequest, TimerInfo, orchestration context, activity input.</summary>
    public object? Trigger { get; }

    public ResultSlot Result { get; } = new();

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Definition.Id;

    public override BindingContext BindingContext => _bindingData;

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class InvocationBindingData(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
