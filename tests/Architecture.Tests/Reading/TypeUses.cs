using Mono.Cecil;

namespace NtmServerless.Architecture.Tests.Reading;

/// <summary>That a type uses another of ours; both by their full names, types within types as the outer one.</summary>
internal sealed record TypeUse(string From, string To);

/// <summary>
/// Which types use which, read from what was compiled: signatures, attributes and the code of methods, lambdas and iterators.
/// Constants and <c>nameof</c> leave no trace there, and are not seen.
/// </summary>
internal sealed class TypeUses
{
    private readonly HashSet<TypeUse> _found = [];
    private string _from = "";

    /// <param name="assemblies">Files of ours.</param>
    public static IReadOnlyCollection<TypeUse> In(IEnumerable<string> assemblies)
    {
        TypeUses uses = new();
        foreach (string assembly in assemblies)
        {
            using DefaultAssemblyResolver resolver = ResolverFor(assembly);
            using ModuleDefinition module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { AssemblyResolver = resolver });
            foreach (TypeDefinition type in module.Types)
            {
                uses._from = NameOf(type);
                uses.Read(type);
            }
        }

        return uses._found;
    }

    /// <summary>Finds what an assembly references: beside it, and in the frameworks.</summary>
    public static DefaultAssemblyResolver ResolverFor(string assembly)
    {
        DefaultAssemblyResolver resolver = new();
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        resolver.AddSearchDirectory(Path.GetDirectoryName(assembly));
        resolver.AddSearchDirectory(framework);
        resolver.AddSearchDirectory(framework.Replace("Microsoft.NETCore.App", "Microsoft.AspNetCore.App", StringComparison.Ordinal));
        return resolver;
    }

    private void Read(TypeDefinition type)
    {
        Note(type.BaseType);
        foreach (InterfaceImplementation implemented in type.Interfaces) Note(implemented.InterfaceType);
        foreach (GenericParameterConstraint constraint in type.GenericParameters.SelectMany(p => p.Constraints)) Note(constraint.ConstraintType);
        foreach (FieldDefinition field in type.Fields) Note(field.FieldType);
        foreach (MethodDefinition method in type.Methods) Read(method);
        IEnumerable<ICustomAttributeProvider> attributed =
            [type, .. type.Fields, .. type.Properties, .. type.Methods, .. type.Methods.SelectMany(m => m.Parameters)];
        foreach (CustomAttribute attribute in attributed.SelectMany(a => a.CustomAttributes)) Read(attribute);
        foreach (TypeDefinition inner in type.NestedTypes) Read(inner);
    }

    private void Read(CustomAttribute attribute)
    {
        Note(attribute.AttributeType);
        foreach (CustomAttributeArgument argument in
            (IEnumerable<CustomAttributeArgument>)[.. attribute.ConstructorArguments, .. attribute.Properties.Concat(attribute.Fields).Select(n => n.Argument)])
            Read(argument);
    }

    private void Read(CustomAttributeArgument argument)
    {
        Note(argument.Type);
        if (argument.Value is TypeReference type) Note(type);
        if (argument.Value is CustomAttributeArgument[] several) Array.ForEach(several, Read);
    }

    private void Read(MethodDefinition method)
    {
        Note(method);
        foreach (GenericParameterConstraint constraint in method.GenericParameters.SelectMany(p => p.Constraints)) Note(constraint.ConstraintType);
        if (!method.HasBody) return;
        foreach (TypeReference local in method.Body.Variables.Select(v => v.VariableType)) Note(local);
        foreach (TypeReference caught in method.Body.ExceptionHandlers.Select(h => h.CatchType)) Note(caught);
        foreach (object operand in method.Body.Instructions.Select(i => i.Operand))
        {
            if (operand is TypeReference type) Note(type);
            if (operand is MethodReference called) Note(called);
            if (operand is not FieldReference field) continue;
            Note(field.DeclaringType);
            Note(field.FieldType);
        }
    }

    private void Note(MethodReference method)
    {
        Note(method.DeclaringType);
        Note(method.ReturnType);
        foreach (ParameterDefinition parameter in method.Parameters) Note(parameter.ParameterType);
        if (method is not GenericInstanceMethod generic) return;
        foreach (TypeReference argument in generic.GenericArguments) Note(argument);
    }

    private void Note(TypeReference? type)
    {
        if (type is GenericInstanceType generic)
            foreach (TypeReference argument in generic.GenericArguments) Note(argument);
        if (type is TypeSpecification made)
            Note(made.ElementType);
        else if (type is not (null or GenericParameter) && NameOf(type) is var name && name != _from
            && name.StartsWith("NtmServerless.", StringComparison.Ordinal))
            _found.Add(new TypeUse(_from, name));
    }

    private static string NameOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        string name = type.Name.Split('`')[0];
        return type.Namespace.Length == 0 ? name : $"{type.Namespace}.{name}";
    }
}
