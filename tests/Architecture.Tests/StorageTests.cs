using NtmServerless.Architecture.Tests.Reading;
using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>
/// Where a record stands is known to src/Storage alone. The host of one PC keeps tables of its own, and the rehearsal's checker
/// reads from outside.
/// </summary>
public sealed class StorageTests
{
    private static readonly string[] WithTables = ["src/Storage", "src/LocalHost", "src/Rehearsal"];
    private static readonly string[] OfTables = ["PartitionKey", "RowKey", "Azure.Data.Tables"];

    [Fact]
    public void Keys_AreMadeInStorageAlone()
    {
        HashSet<string> keys = [.. Tree.Types.Where(t => t.Namespace.StartsWith("NtmServerless.Storage.", StringComparison.Ordinal)
            && (t.Name.EndsWith("Keys", StringComparison.Ordinal) || t.Name == "Key") && t.Name != "ProtectionKeys").Select(t => t.FullName)];
        Assert.True(keys.Count > 3, "The types that make keys are not found.");
        Assert.DoesNotContain(Tree.Uses, use => keys.Contains(use.To) && !use.From.StartsWith("NtmServerless.Storage.", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_AreNamedByStorageAlone()
    {
        Assert.All(WithTables, project => Assert.Contains(Tree.Sources, file => file.Project == project && NamesATable(file)));
        Assert.DoesNotContain(Tree.Sources, file => !WithTables.Contains(file.Project) && NamesATable(file));
    }

    private static bool NamesATable(SourceFile file) => file.Lines.Any(line => OfTables.Any(word => line.Contains(word, StringComparison.Ordinal)));
}
