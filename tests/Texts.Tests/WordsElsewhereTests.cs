using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>What a user reads stands in <c>src/Texts/vi</c> and nowhere else: a translator finds all of it there.</summary>
public sealed partial class WordsElsewhereTests
{
    // Each with its reason. The list may only get shorter.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["letters themselves: folded, measured or compared, shown to nobody"] =
        [
            "Documents/Layout/BoldText.cs", "Domain/Accounts/UserName.cs", "Domain/People/Folding.cs", "Domain/People/PersonName.cs",
            "Pages/wwwroot/fold.js",
            "Spreadsheets/Lettering/LegacyFont.cs", "Spreadsheets/Lettering/Letters.cs", "Spreadsheets/Lettering/Syllables.cs",
            "Spreadsheets/Registrations/FooterWords.cs", "Spreadsheets/Registrations/RowReader.cs",
        ],
        ["how numbers, dates and symbols are written in official documents, which are Vietnamese by law"] =
        [
            "Documents/Classes/ClassValues.cs", "Documents/Writing/AmountWords.cs", "Documents/Writing/NumberWords.cs", "Documents/Writing/SpokenText.cs",
            "Documents/Writing/SpokenTime.cs", "Documents/Writing/WrittenDate.cs", "Domain/Documents/UnitSymbols.cs",
        ],
        ["names of the country's ethnic groups, by which several spellings are counted as one"] = ["Domain/People/EthnicGroups.cs"],
        ["the rank in the name of a commune, as plans write it"] = ["Domain/Units/Unit.cs"],
        ["the description of the API, beside the operations that it describes"] = ["Functions/OpenApi/ApiDescription.cs"],
    };

    // Programs of their own that know nothing of the app: their console is for whoever installs it.
    private static readonly string[] Programs = ["LocalHost/", "Rehearsal/"];

    private static readonly string Source = Path.Combine(AzuriteServer.RepositoryRoot(), "src");

    [Fact]
    public void Words_InVietnamese_StandInTheTexts()
    {
        string[] found = [.. Files().Where(f => HasVietnamese(Bare(File.ReadAllText(Path.Combine(Source, f))))).Order(StringComparer.Ordinal)];
        Assert.Equal([.. Known.Values.SelectMany(f => f).Order(StringComparer.Ordinal)], found);
    }

    [Theory]
    [InlineData("string a = \"lớp\";", true)]
    [InlineData("// lớp", false)]
    [InlineData("/* lớp */", false)]
    [InlineData("@* lớp *@ <p>a</p>", false)]
    [InlineData("[Operation(\"Lớp\", Gives = typeof(int))]", false)]
    [InlineData("<p>Lớp</p>", true)]
    [InlineData("string a = \"http://a\"; // ở", false)]
    public void Scan_FindsWordsAndNoComments(string code, bool found) => Assert.Equal(found, HasVietnamese(Bare(code)));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".razor" or ".js")
        .Select(f => Path.GetRelativePath(Source, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
        .Where(f => !f.StartsWith("Texts/", StringComparison.Ordinal) && !Programs.Any(p => f.StartsWith(p, StringComparison.Ordinal)));

    private static string Bare(string code) => Comments().Replace(Operations().Replace(code, ""), "");

    // Letters with a mark that no language nearby has, and đ.
    private static bool HasVietnamese(string text) =>
        text.Any(c => c is 'đ' or 'Đ') || text.Normalize(NormalizationForm.FormD).Any(c => c is >= '\u0300' and <= '\u0323' or '\u031B');

    [GeneratedRegex(@"@\*.*?\*@|/\*.*?\*/|(?<![:""])//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\[Operation\(\s*""[^""]*""")]
    private static partial Regex Operations();
}
