using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>What an invocation is bound to, by the names that the platform gives kinds of bindings.</summary>
public static class Bindings
{
    public const string Activity = "activityTrigger";
    public const string Orchestration = "orchestrationTrigger";
    public const string DurableClient = "durableClient";

    public static bool Has(this FunctionContext context, string kind) =>
        context.FunctionDefinition.InputBindings.Values.Any(b => string.Equals(b.Type, kind, StringComparison.OrdinalIgnoreCase));
}
