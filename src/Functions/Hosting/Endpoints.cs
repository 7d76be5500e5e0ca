using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Hosting;

/// <summary>Every function that HTTP triggers, and what its attributes say of its requests.</summary>
public static class Endpoints
{
    /// <summary>The functions that answer a browser with pages; the others answer a program.</summary>
    public static readonly IReadOnlySet<string> Pages = HttpFunctions()
        .Where(f => f.Trigger.Route?.StartsWith("api/", StringComparison.OrdinalIgnoreCase) != true)
        .Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the functions take that take more than most.</summary>
    public static readonly IReadOnlyDictionary<string, TakesAttribute?> Takes = HttpFunctions()
        .ToDictionary(f => f.Name, f => f.Method.GetCustomAttribute<TakesAttribute>(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The functions that show the rest where a record is damaged.</summary>
    public static readonly IReadOnlySet<string> ShowsTheRest = HttpFunctions()
        .Where(f => f.Method.IsDefined(typeof(ShowsTheRestAttribute))).Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pages that speak the language that a villager chose.</summary>
    public static readonly IReadOnlySet<string> ForVillagers = HttpFunctions()
        .Where(f => f.Method.IsDefined(typeof(ForVillagersAttribute))).Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every function with an HTTP trigger in the app.</summary>
    public static IEnumerable<(string Name, MethodInfo Method, HttpTriggerAttribute Trigger)> HttpFunctions() =>
        from type in typeof(Endpoints).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
        where trigger is not null
        select (function.Name, method, trigger);
}
