using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Domain.Tests.Architecture;

/// <summary>src/Domain is rules only: no package, no I/O, no clock, no chance.</summary>
public sealed partial class DomainPurityTests
{
    private static readonly Assembly Domain = typeof(TrainingClass).Assembly;

    [Fact]
    public void Domain_UsesNothingThatReachesOutside() => Assert.DoesNotContain(MemberUse.Of(Domain.Location), m => Banned().IsMatch(m));

    [Theory]
    [InlineData("System.DateTime.get_Now")]
    [InlineData("System.DateTimeOffset.get_UtcNow")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.IO.File.Exists")]
    [InlineData("System.Environment.get_MachineName")]
    [InlineData("System.Random.get_Shared")]
    [InlineData("System.TimeProvider.get_System")]
    [InlineData("System.Net.Http.HttpClient")]
    public void TheGuard_SeesEachOfThem_WhereItIsUsed(string member) =>
        Assert.Contains(member, MemberUse.Of(typeof(ImpureSample).Assembly.Location).Where(m => Banned().IsMatch(m)));

    [Fact]
    public void Domain_ReferencesTheBaseLibraryOnly()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(Domain.GetReferencedAssemblies(), reference =>
        {
            Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(framework, reference.Name + ".dll")), $"{reference.Name} is a package.");
        });
    }

    [Fact]
    public void Namespaces_FollowFolders()
    {
        string root = Path.Combine(RepositoryFolder(), "src", "Domain");
        // What stands beside the folders has no namespace: the usings that all share.
        string[] sources = [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetDirectoryName(f) != root && !Generated().IsMatch(Path.GetRelativePath(root, f)))];
        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            string folder = Path.GetRelativePath(root, Path.GetDirectoryName(source)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.Contains($"\nnamespace NtmServerless.Domain.{folder};", '\n' + File.ReadAllText(source).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void TimeAndFoldingAndRules_KnowNothingButCharacters() => Assert.All(["Characters", "Time", "People", "Rules", "Units"], part =>
    {
        string[] usings = [.. Directory.EnumerateFiles(Path.Combine(RepositoryFolder(), "src", "Domain", part), "*.cs")
            .SelectMany(File.ReadLines).Where(line => line.Contains("NtmServerless.Domain.", StringComparison.Ordinal)
                && !line.StartsWith("namespace ", StringComparison.Ordinal) && line != "using NtmServerless.Domain.Characters;")];
        Assert.Empty(usings);
    });

    private static string RepositoryFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NtmServerless.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex(
        @"^System\.(Net|Data|Diagnostics\.Process|Threading\.(Thread|Timer|Tasks)|IO\.(File|Directory|Path|Pipes|Drive))|"
        // Iterators ask for their thread; that is no environment.
        + @"^System\.(Console|Random|TimeProvider)\b|^System\.Environment\.(?!get_CurrentManagedThreadId)|^System\.Security\.Cryptography\.RandomNumberGenerator|"
        + @"^System\.Diagnostics\.Stopwatch|^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)$|^System\.Guid\.(NewGuid|CreateVersion7)$|"
        + @"^System\.TimeZoneInfo|CultureInfo\.get_Current")]
    private static partial Regex Banned();

    [GeneratedRegex(@"^(obj|bin)[\\/]")]
    private static partial Regex Generated();
}
