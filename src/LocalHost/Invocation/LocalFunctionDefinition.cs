using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.LocalHost.Invocation;

internal sealed class LocalFunctionDefinition(FunctionEntry entry) : FunctionDefinition
{
    public override string PathToAssembly => entry.Method.Module.Assembly.Location;

    public override string EntryPoint => $"{entry.Method.DeclaringType?.FullName}.{entry.Method.Name}";

    public override string Id => entry.Name;

    public override string Name => entry.Name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary.CreateRange([KeyValuePair.Create(entry.TriggerParameter.Name!, (BindingMetadata)new TriggerMetadata(entry))]);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(FunctionEntry entry) : BindingMetadata
    {
        public override string Name => entry.TriggerParameter.Name!;

        public override string Type => entry.Kind switch
        {
            TriggerKind.Http => "httpTrigger",
            TriggerKind.Timer => "timerTrigger",
            TriggerKind.Orchestration => "orchestrationTrigger",
            _ => "activityTrigger",
        };

        public override BindingDirection Direction => BindingDirection.In;
    }
}
