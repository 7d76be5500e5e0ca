using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>The words that stand over the columns of lists, in the spellings that communes use, folded.</summary>
internal static partial class HeaderWords
{
    private const int Longest = 250;
    private static readonly Dictionary<string, RosterColumn> Words = new(StringComparer.Ordinal);

    static HeaderWords()
    {
        VietnameseTexts texts = new();
        foreach (PersonField field in PersonField.In(PersonForms.List)) Add(RosterColumn.Of(field), [.. texts.Headers(field)]);
        Add(RosterColumn.Male, "nam");
        Add(RosterColumn.Female, "nu");
        Add(RosterColumn.Address, "dia chi", "noi o", "cho o", "noi cu tru", "dia chi thuong tru", "noi o hien nay", "thuong tru", "cho o hien nay", "ho khau thuong tru");
        Add(RosterColumn.Known, "stt", "tt", "so tt", "so thu tu", "ghi chu", "ky nhan", "ky ten", "chu ky");
    }

    /// <summary>What a cell of a header names; null where it is not known. What stands in brackets and stars does not count.</summary>
    public static RosterColumn? Find(string text)
    {
        if (text.Length > Longest) return null;
        string folded = Folding.Fold(Brackets().Replace(text, " "));
        if (Words.TryGetValue(folded, out RosterColumn? column)) return column;
        string? beginning = Words.Keys.Where(w => w.Contains(' ', StringComparison.Ordinal) && folded.StartsWith(w + " ", StringComparison.Ordinal))
            .MaxBy(w => w.Length);
        return beginning is null || folded.Length > 60 ? null : Words[beginning];
    }

    private static void Add(RosterColumn column, params string[] words)
    {
        foreach (string word in words) Words.Add(Folding.Fold(word), column);
    }

    [GeneratedRegex(@"\([^)]*\)|\*")]
    private static partial Regex Brackets();
}
