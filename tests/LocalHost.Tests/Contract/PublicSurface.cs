using System.Reflection;
using System.Runtime.CompilerServices;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>Renders the public surface of an assembly in the line format of the official lists: namespace, type, members.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<SurfaceType> Of(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => !type.IsNested).Select(Of);

    public static SurfaceType Of(Type type)
    {
        string line = Attributes(type) + TypeLine(type);
        return new SurfaceType(type.Namespace ?? "", line, IsDelegate(type) ? [] : [.. Members(type)]);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        IEnumerable<string> fields = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily).Select(MemberText.Field);
        IEnumerable<string> constructors = type.GetConstructors(Declared).Where(MemberText.IsVisible).Where(c => !c.IsStatic)
            .Select(c => $"{MemberText.Access(c)}{TypeText.Name(type)}({MemberText.Parameters(c)});");
        IEnumerable<string> properties = type.GetProperties(Declared)
            .Where(p => p.GetAccessors(true).Any(MemberText.IsVisible)).Select(MemberText.Property);
        IEnumerable<string> methods = type.GetMethods(Declared)
            .Where(m => MemberText.IsVisible(m) && !IsHidden(m)).Select(MemberText.Method);
        IEnumerable<string> events = type.GetEvents(Declared)
            .Where(e => MemberText.IsVisible(e.AddMethod!)).Select(e => $"{MemberText.Access(e.AddMethod!)}event {TypeText.Name(e.EventHandlerType!)} {e.Name};");
        return fields.Concat(constructors).Concat(properties).Concat(methods).Concat(events);
    }

    private static bool IsHidden(MethodInfo method) =>
        method.Name.Contains('<', StringComparison.Ordinal)
        || (method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        || method.Name == "Finalize";

    private static string TypeLine(Type type)
    {
        if (IsDelegate(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"public delegate {TypeText.Name(invoke.ReturnType)} {TypeText.Name(type)}({MemberText.Parameters(invoke)});";
        }

        if (type.IsEnum)
            return $"public enum {type.Name}";
        string kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : IsRecord(type) ? "record" : "class";
        string modifier = type.IsInterface || type.IsValueType ? ""
            : type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        IEnumerable<string> bases = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
            ? [TypeText.Name(parent)]
            : [];
        string[] inherited = [.. bases, .. type.GetInterfaces().Where(i => i.IsVisible).Select(i => TypeText.Name(i)).Order(StringComparer.Ordinal)];
        return $"public {modifier}{kind} {TypeText.Name(type)}" + (inherited.Length == 0 ? "" : " : " + string.Join(", ", inherited));
    }

    private static string Attributes(Type type)
    {
        CustomAttributeData? usage = type.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(AttributeUsageAttribute));
        if (usage is null)
            return "";
        IEnumerable<string> named = usage.NamedArguments.Select(a => $"{a.MemberName} = {a.TypedValue.Value}").Order(StringComparer.Ordinal);
        return $"[AttributeUsage({string.Join(", ", named.Prepend($"(AttributeTargets){usage.ConstructorArguments[0].Value}"))})] ";
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(MulticastDelegate));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null;
}
