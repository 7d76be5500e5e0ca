using System.Reflection;
using System.Text.RegularExpressions;
using NtmServerless.Architecture.Tests.Reading;
using Xunit;

namespace NtmServerless.Architecture.Tests;

/// <summary>src/Domain is rules only: no package, no I/O, no clock, no chance.</summary>
public sealed partial class DomainPurityTests
{
    private static readonly Assembly Domain = Assembly.LoadFrom(Tree.AssemblyOf("Domain"));

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
    public void TimeAndFoldingAndRules_KnowNothingButCharacters()
    {
        string[] plain = ["Characters", "Time", "People", "Rules", "Units"];
        IReadOnlyList<Arrow> arrows = Tree.GraphOf("Domain").Arrows;
        Assert.DoesNotContain(arrows, a => plain.Contains(a.From) && a.To != "Characters");
        Assert.All(plain.Except(["Characters"]), part => Assert.Contains(arrows, a => a.To == part));
    }

    [GeneratedRegex(
        @"^System\.(Net|Data|Diagnostics\.Process|Threading\.(Thread|Timer|Tasks)|IO\.(File|Directory|Path|Pipes|Drive))|"
        // Iterators ask for their thread; that is no environment.
        + @"^System\.(Console|Random|TimeProvider)\b|^System\.Environment\.(?!get_CurrentManagedThreadId)|"
        + @"^System\.Security\.Cryptography\.RandomNumberGenerator|"
        + @"^System\.Diagnostics\.Stopwatch|^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)$|^System\.Guid\.(NewGuid|CreateVersion7)$|"
        + @"^System\.TimeZoneInfo|CultureInfo\.get_Current")]
    private static partial Regex Banned();
}
