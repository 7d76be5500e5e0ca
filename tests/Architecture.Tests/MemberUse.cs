using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NtmServerless.Architecture.Tests;

/// <summary>Every member of other assemblies that an assembly uses, read from its metadata: nothing that was compiled in can hide.</summary>
internal static class MemberUse
{
    /// <summary>Such as <c>System.DateTime.get_Now</c>.</summary>
    public static IReadOnlyList<string> Of(string assemblyFile)
    {
        using PEReader file = new(File.OpenRead(assemblyFile));
        MetadataReader reader = file.GetMetadataReader();
        IEnumerable<string> members = reader.MemberReferences.Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{TypeName(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}");
        return [.. members.Concat(reader.TypeReferences.Select(type => TypeName(reader, type))).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string TypeName(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
