using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>Members as the official lists write them.</summary>
internal static class MemberText
{
    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static string Field(FieldInfo field)
    {
        string access = field.IsPublic ? "public " : "protected ";
        return field.IsLiteral
            ? $"{access}const {TypeText.Name(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)};"
            : $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Name(field.FieldType)} {field.Name};";
    }

    public static string Property(PropertyInfo property)
    {
        MethodInfo[] visible = [.. property.GetAccessors(nonPublic: true).Where(IsVisible)];
        MethodInfo widest = visible.FirstOrDefault(a => a.IsPublic) ?? visible[0];
        string accessors = string.Concat(visible.Select(a => a == property.GetMethod ? "get; " : IsInit(a) ? "init; " : "set; "));
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Obsolete(property)}{Access(widest)}{TypeText.Name(property.PropertyType)} {name} {{ {accessors}}}";
    }

    public static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Name))}>" : "";
        return $"{Obsolete(method)}{Access(method)}{TypeText.Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)});";
    }

    public static string Parameters(MethodBase method)
    {
        string extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    public static string Access(MethodBase method)
    {
        string access = method.IsPublic ? "public " : "protected ";
        if (method.DeclaringType!.IsInterface)
            return access;
        if (method.IsStatic)
            return access + "static ";
        if (method.IsAbstract)
            return access + "abstract ";
        bool overrides = method is MethodInfo info && info.GetBaseDefinition() != info;
        if (overrides)
            return access + "override ";
        return method is { IsVirtual: true, IsFinal: false } ? access + "virtual " : access;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string passing = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "";
        string value = parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{passing}{TypeText.Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute), inherit: false) ? "[Obsolete] " : "";
}
