using System.Text.RegularExpressions;

namespace NtmServerless.Domain.People;

/// <summary>A person's name among what people write around it: "Bà Hoàng Thị Lan", "Lý A Páo (vợ ông Páo)".</summary>
public static partial class PersonName
{
    // With what it says of the sex, and how many words must follow so that it is no name itself ("Anh Thư", "Cô").
    private static readonly (string Title, Sex? Sex, int Follow)[] Titles =
    [
        ("ông/bà", null, 1), ("ông bà", null, 1), ("ông", Sex.Male, 1), ("bà", Sex.Female, 1),
        ("đồng chí", null, 1), ("đ/c", null, 1), ("đ.c", null, 1), ("đc", null, 1),
        ("anh", Sex.Male, 2), ("chị", Sex.Female, 2), ("chú", Sex.Male, 2), ("cô", Sex.Female, 2), ("bác", null, 2),
    ];

    // "Ông" is a surname too; before one of these it is.
    private static readonly string[] MiddleNames = ["văn", "thị", "ích", "hữu", "đức"];

    /// <summary>The name without a title before it, and the sex that the title says, null where it says none.</summary>
    /// <param name="known">What is known of the sex: "Ông" before a woman is her surname.</param>
    public static (string Name, Sex? Sex) WithoutTitle(string name, Sex? known = null)
    {
        foreach ((string title, Sex? sex, int follow) in Titles)
        {
            if (!name.StartsWith(title, StringComparison.OrdinalIgnoreCase) || name.Length == title.Length) continue;
            if (name[title.Length] is not (' ' or '.' or ':')) continue;
            string rest = name[title.Length..].TrimStart(' ', '.', ':');
            string[] words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < follow || title == "ông" && MiddleNames.Contains(words[0], StringComparer.OrdinalIgnoreCase)) return (name, null);
            return sex is not null && known is not null && sex != known ? (name, null) : (rest, sex);
        }

        return (name, null);
    }

    /// <summary>What two spellings of one name share: folded, without title and without a remark in brackets.</summary>
    public static string Folded(string name) => Folding.Fold(Bare(name));

    /// <summary>
    /// Whether two names that fold to one may be those of two people: "Toàn" and "Toán". Not where one of them is written
    /// without any accent, nor where only the place of the tone differs ("hòa", "hoà").
    /// </summary>
    public static bool DifferInTones(string one, string other)
    {
        string a = Accents(one), b = Accents(other);
        return a != b && a.Any(c => c != ' ') && b.Any(c => c != ' ');
    }

    private static string Bare(string name)
    {
        string clean = PlainText.Clean(name);
        string bare = Remark().Replace(clean, " ").Trim();
        return WithoutTitle(bare.Length > 0 ? bare : clean).Name;
    }

    // The accents of each word, in an order of their own, as letters (a combining mark is none): "hòa" and "hoà" give one.
    private static string Accents(string name) => string.Join(' ', PlainText.Decomposed(Bare(name))
        .Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(c => c is 'đ' or 'Đ' || c is >= '\u0300' and <= '\u036F')
            .Select(c => c is 'Đ' or 'đ' ? 'z' : (char)('A' + (c - '\u0300'))).Order())));

    [GeneratedRegex(@"[(\[][^)\]]*[)\]]?")]
    private static partial Regex Remark();
}
