using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.LocalHost.Invocation;

/// <summary>The functions of an app, found by reflection, in the alphabetical order in which the official host takes them.</summary>
internal sealed class FunctionCatalog
{
    private const BindingFlags AnyDeclared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private FunctionCatalog(IReadOnlyList<FunctionEntry> functions) => Functions = functions;

    public IReadOnlyList<FunctionEntry> Functions { get; }

    /// <summary>Finds every method with [Function]; what is wrong with one goes to <paramref name="refusals"/>.</summary>
    public static FunctionCatalog Discover(IEnumerable<Type> types, ICollection<string> refusals)
    {
        List<FunctionEntry> found = [];
        foreach (MethodInfo method in types.SelectMany(type => type.GetMethods(AnyDeclared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
                continue;
            if (Entry(method, function.Name) is { } entry)
                found.Add(entry);
            else
                refusals.Add($"Function {function.Name} has no trigger that this host knows.");
        }

        foreach (IGrouping<string, FunctionEntry> same in found.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            refusals.Add($"Several functions have the name {same.Key}: {string.Join(", ", same.Select(f => f.Definition.EntryPoint))}.");
        foreach (FunctionEntry entry in found)
        {
            foreach (ParameterInfo parameter in entry.Method.GetParameters())
            {
                if (!ParameterSource.CanSupply(entry, parameter))
                    refusals.Add($"Function {entry.Name}: nothing supplies parameter '{parameter.Name}' of type {parameter.ParameterType}.");
            }
        }

        return new FunctionCatalog([.. found.OrderBy(f => f.Name, StringComparer.InvariantCultureIgnoreCase)]);
    }

    public FunctionEntry? Find(TriggerKind kind, string name) =>
        Functions.FirstOrDefault(f => f.Kind == kind && string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));

    private static FunctionEntry? Entry(MethodInfo method, string name)
    {
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            foreach (Attribute attribute in parameter.GetCustomAttributes())
            {
                if (KindOf(attribute) is { } kind)
                    return new FunctionEntry(name, method, parameter, attribute, kind);
            }
        }

        return null;
    }

    // The durable attributes belong to the durable part of the host, so they are known here by name only.
    private static TriggerKind? KindOf(Attribute attribute) => attribute switch
    {
        HttpTriggerAttribute => TriggerKind.Http,
        TimerTriggerAttribute => TriggerKind.Timer,
        _ => attribute.GetType().Name switch
        {
            "OrchestrationTriggerAttribute" => TriggerKind.Orchestration,
            "ActivityTriggerAttribute" => TriggerKind.Activity,
            _ => null,
        },
    };
}
