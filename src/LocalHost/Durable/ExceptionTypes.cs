namespace NtmServerless.LocalHost.Durable;

/// <summary>Finds the type of an exception by the name that a failure keeps.</summary>
internal static class ExceptionTypes
{
    /// <summary>The type, or null when no loaded assembly has it.</summary>
    public static Type? Find(string name) => string.IsNullOrEmpty(name)
        ? null
        : Type.GetType(name, throwOnError: false)
            ?? AppDomain.CurrentDomain.GetAssemblies()
                .Select(assembly => assembly.GetType(name, throwOnError: false))
                .FirstOrDefault(type => type is not null);
}
