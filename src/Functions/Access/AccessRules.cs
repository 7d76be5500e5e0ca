using System.Reflection;

namespace NtmServerless.Functions.Access;

/// <summary>The access rule of every function that HTTP triggers, by function name.</summary>
public static class AccessRules
{
    public static readonly IReadOnlyDictionary<string, AccessAttribute?> ByFunction = Endpoints.HttpFunctions()
        .ToDictionary(f => f.Name, f => f.Method.GetCustomAttribute<AccessAttribute>(), StringComparer.OrdinalIgnoreCase);
}
