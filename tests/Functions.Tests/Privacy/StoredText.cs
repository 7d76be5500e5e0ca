using System.Reflection;
using NtmServerless.Domain.Privacy;

namespace NtmServerless.Functions.Tests.Privacy;

/// <summary>Every text in everything that is stored: rows, and the sources that lie beside documents.</summary>
internal static class StoredText
{
    private const int FirstMethodUse = 0x2B000001;
    private const int FirstTypeUse = 0x1B000001;

    /// <summary>Properties that hold text, with the datum they are marked as (by themselves, or by the record around them).</summary>
    public static IEnumerable<(PropertyInfo Property, PersonalDatum? Datum)> All()
    {
        HashSet<Type> seen = [];
        Stack<Type> open = new([.. StoredTypes(), typeof(DocumentSource)]);
        while (open.TryPop(out Type? type))
        {
            foreach (Type part in Parts(type).Where(t => IsOurs(t) && !t.IsEnum && seen.Add(t)))
            {
                PersonalDatum? whole = part.GetCustomAttribute<PersonalAttribute>()?.Datum;
                foreach (PropertyInfo property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => IsStored(part, p)))
                {
                    if (Parts(property.PropertyType).Contains(typeof(string)))
                        yield return (property, property.GetCustomAttribute<PersonalAttribute>()?.Datum ?? whole);
                    open.Push(property.PropertyType);
                }
            }
        }
    }

    public static string NameOf(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";

    // What storage reads and writes: the types with which its generic methods and classes are used.
    private static IEnumerable<Type> StoredTypes()
    {
        Module storage = typeof(RecordsStorage).Module;
        List<Type> types = [];
        for (int token = FirstMethodUse; Try(() => storage.ResolveMethod(token), out MethodBase? method); token++)
            if (method is MethodInfo { IsGenericMethod: true } generic && IsOurs(generic.DeclaringType!) && !IsAttempt(generic))
                types.AddRange(generic.GetGenericArguments());
        for (int token = FirstTypeUse; Try(() => storage.ResolveType(token), out Type? used); token++)
            if (used is { IsGenericType: true } && IsOurs(used) && !IsMemory(used)) types.AddRange(used.GetGenericArguments());
        return types.Where(t => !t.IsGenericParameter);
    }

    // False after the last token; null where it stands in a context of its own.
    private static bool Try<T>(Func<T?> resolve, out T? value)
        where T : class
    {
        value = null;
        try
        {
            value = resolve();
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            // An open generic: its closed uses are listed too.
        }

        return true;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!) : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : [type];

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("NtmServerless.", StringComparison.Ordinal) == true;

    // What an attempt gives back is not what it stores: that has a method of its own.
    private static bool IsAttempt(MethodInfo method) => method.Name == "RetryAsync";

    // What is remembered for half a minute was read from what is stored.
    private static bool IsMemory(Type type) => type.Name == "Remembered`1";

    private static bool IsStored(Type type, PropertyInfo property) =>
        property.CanWrite || type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));
}
