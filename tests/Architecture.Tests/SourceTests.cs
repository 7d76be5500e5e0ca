using System.Text.RegularExpressions;
using NtmServerless.Architecture.Tests.Reading;
using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>How sources are written, where neither the formatter nor an analyzer looks. Lists of exceptions count by project and may only shrink.</summary>
public sealed partial class SourceTests
{
    private const int Wide = 160;

    private static readonly string[] KnownWide =
    [
        "bench: 17",
        "src/Documents: 48",
        "src/Domain: 17",
        "src/Functions: 94",
        "src/LocalHost: 14",
        "src/Pages: 7",
        "src/Rehearsal: 33",
        "src/Spreadsheets: 6",
        "src/Storage: 24",
        "tests/Browser.Tests: 15",
        "tests/Conformance: 44",
        "tests/Documents.Tests: 38",
        "tests/Domain.Tests: 27",
        "tests/Functions.Tests: 180",
        "tests/Infra.Tests: 2",
        "tests/LocalHost.Tests: 14",
        "tests/ProbeApp: 4",
        "tests/Rehearsal.Tests: 11",
        "tests/Spreadsheets.Tests: 16",
        "tests/Storage.Tests: 22",
        "tests/Testing: 5",
        "tests/Texts.Tests: 2",
    ];

    private static readonly string[] KnownSilences =
    [
        "src/Functions: 9",
        "src/LocalHost: 7",
        "src/Storage: 1",
        "tests/LocalHost.Tests: 2",
    ];

    [Fact]
    public void Line_IsNoWiderThan160() => Shrinking.Holds(KnownWide, Counted(file => file.Lines.Where(line => line.Length > Wide)));

    [Fact]
    public void PragmaAndCatchOfEverything_SayWhy() =>
        Shrinking.Holds(KnownSilences, Counted(file => Enumerable.Range(0, file.Lines.Count).Where(i => IsSilence(file.Lines[i]) && !SaysWhy(file, i))));

    [Fact]
    public void Namespace_FollowsTheFolder() => Assert.Empty(Tree.Files
        .Where(file => DeclaredType.NamespaceOf(file) is { } said && said != file.NamespaceOfItsPlace).Select(file => file.Path));

    [Theory]
    [InlineData("        catch (Exception)", true)]
    [InlineData("        catch", true)]
    [InlineData("        catch (Exception e) when (!cancellation.IsCancellationRequested)", true)]
    [InlineData("        catch (Exception e) when (e is IOException or FormatException)", false)]
    [InlineData("        catch (IOException)", false)]
    [InlineData("#pragma warning disable CA1849", true)]
    public void Silences_AreSeen(string line, bool isOne) => Assert.Equal(isOne, IsSilence(line));

    private static IEnumerable<string> Counted<T>(Func<SourceFile, IEnumerable<T>> find) =>
        from file in Tree.Files
        where !file.IsRazor
        group find(file).Count() by file.Project into project
        where project.Sum() > 0
        select $"{project.Key}: {project.Sum()}";

    private static bool IsSilence(string line) =>
        CatchesAll().IsMatch(line) || line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal);

    // Beside it, above it, or as the first words of its block.
    private static bool SaysWhy(SourceFile file, int at) =>
        file.Lines.Skip(at - 1).Take(4).Any(line => line.Contains("// ", StringComparison.Ordinal))
        || file.Lines.Skip(at).TakeWhile(line => line.Trim() != "}").Any(line => line.Trim() == "throw;");

    [GeneratedRegex(@"^\s*(?:\} )?catch(?: \(Exception(?: \w+)?\)(?! when \(\w+ is (?!not))|\s*$| when)")]
    private static partial Regex CatchesAll();
}
