using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Takes the title off a name ("Bà Lý Thị Mẫu"), and knows what it says of the sex.</summary>
internal static partial class TitleWords
{
    /// <param name="known">The sex that the list gives itself: "Ông" before a woman is her family name.</param>
    public static (string Name, Sex? Sex) Read(string name, Sex? known)
    {
        if (Title().Match(PlainText.Composed(name)) is not { Success: true } title) return (name, null);
        Sex? said = Folding.Fold(title.Groups["title"].Value) switch
        {
            "ong" or "anh" or "chu" => Sex.Male,
            "ba" or "chi" or "co" => Sex.Female,
            _ => null,
        };
        return said is not null && known is not null && said != known ? (name, null) : (title.Groups["name"].Value, said);
    }

    // A name of two words or more must be left.
    [GeneratedRegex(
        @"^(?<title>ông|bà|anh|chị|cô|chú|bác|đ/c|đ\.c|đc|đồng chí)\s*[.:]?\s+(?<name>\S+\s+\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
