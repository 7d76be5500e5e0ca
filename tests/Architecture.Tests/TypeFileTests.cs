using Mono.Cecil;
using NtmServerless.Architecture.Tests.Reading;
using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>What many files use is found by its name.</summary>
public sealed class TypeFileTests
{
    private const int Few = 3;

    // Where generators write and nobody else: of the Functions SDK, of the worker's .proto file.
    private static readonly string[] Generated = ["NtmServerless.Functions", "NtmServerless.LocalHost.Worker.Messages"];

    // May only shrink.
    private static readonly string[] Known =
        File.ReadAllLines(Path.Combine(SourceFile.RepositoryRoot(), "tests", "Architecture.Tests", "TypesInForeignFiles.txt"));

    [Fact]
    public void Type_UsedInMoreThanThreeFiles_StandsInAFileOfItsName() => Shrinking.Holds(
        Known, TypeHome.Of(Tree.Types, Tree.Uses).Where(home => !home.HasItsOwnFile && home.UsedIn.Count > Few)
            .Select(home => $"{home.FullName["NtmServerless.".Length..]} in {home.Files[0].Name}"));

    /// <summary>The sources are read as text: no type may escape by being written otherwise.</summary>
    [Fact]
    public void EveryCompiledType_IsFoundInTheSources()
    {
        HashSet<string> written = [.. Tree.Types.Select(type => type.FullName)];
        Assert.Equal([], Tree.Projects.SelectMany(Compiled).Where(name => !written.Contains(name)));
    }

    private static IEnumerable<string> Compiled(string project)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(Tree.AssemblyOf(project));
        return [.. module.Types.Where(type => !IsGenerated(type)).Select(type => type.FullName.Split('`')[0])];
    }

    private static bool IsGenerated(TypeDefinition type) =>
        !type.Namespace.StartsWith("NtmServerless.", StringComparison.Ordinal) || Generated.Contains(type.Namespace)
        || type.CustomAttributes.Any(a => a.AttributeType.Name == "CompilerGeneratedAttribute");
}
