using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace NtmServerless.LocalHost.Tests.Contract;

/// <summary>
/// What compiles against LocalHost compiles against the official packages: its public surface is held against a copy of
/// the official lists, cut down to what LocalHost implements. To extend LocalHost, copy the official lines into a list in
/// Contract/official; a failure prints the lines to add or to implement, in the format of the lists.
/// </summary>
public sealed class OfficialContractTests
{
    [Fact]
    public void PublicSurface_IsExactlyTheListedPartOfTheOfficialOne()
    {
        // Rendered first: it learns which names are value types, on which a question mark means something.
        Dictionary<string, SurfaceType> ours = PublicSurface.Of(typeof(FunctionContext).Assembly).ToDictionary(type => type.Key);
        Dictionary<string, SurfaceType> official = OfficialLists.Read().ToDictionary(type => type.Key);

        List<string> differences = [];
        foreach (string key in ours.Keys.Union(official.Keys).Order(StringComparer.Ordinal))
            differences.AddRange(Compare(ours.GetValueOrDefault(key), official.GetValueOrDefault(key)));

        Assert.True(differences.Count == 0, "LocalHost and Contract/official differ:" + Environment.NewLine + string.Join(Environment.NewLine, differences));
    }

    [Fact]
    public void PublicSurface_HasNothingOfTheHostsOwn()
    {
        IEnumerable<string?> namespaces = typeof(FunctionContext).Assembly.GetExportedTypes().Select(type => type.Namespace).Distinct();

        Assert.DoesNotContain(namespaces, name => name is null || name.StartsWith("NtmServerless", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Compare(SurfaceType? ours, SurfaceType? official)
    {
        List<string> mine = [.. ours?.Comparable(OfficialLists.Normalise) ?? []];
        List<string> listed = [.. official?.Comparable(OfficialLists.Normalise) ?? []];
        string[] missing = [.. listed.Except(mine)];
        string[] extra = [.. mine.Except(listed)];
        if (missing.Length + extra.Length == 0)
            return [];
        SurfaceType any = (ours ?? official)!;
        return
        [
            $"namespace {any.Namespace}",
            $"  {any.Line}",
            .. missing.Select(line => $"    listed but not in LocalHost:  {line}"),
            .. extra.Select(line => $"    in LocalHost but not listed:  {line}"),
        ];
    }
}
