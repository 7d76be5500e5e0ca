using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Lettering;

/// <summary>Puts the text of a cell into the letters of Unicode where it is certain what was meant, and knows where it is not.</summary>
internal static partial class Letters
{
    public static SheetRow Mend(SheetRow row)
    {
        foreach ((int column, SheetCell cell) in row.Cells.ToArray())
            if (!cell.IsNumber && !cell.Text.All(char.IsAscii) || cell.Text.Contains('?', StringComparison.Ordinal)) row.Cells[column] = Mend(cell);
        return row;
    }

    private static SheetCell Mend(SheetCell cell)
    {
        // A letter of Icelandic that keyboards of old gave for Đ: it looks the same.
        string eth = cell.Text.Replace('Ð', 'Đ').Replace('ð', 'đ').Replace('\u0189', 'Đ');
        if (Lost().IsMatch(eth)) return cell with { IsBroken = true };
        string[] odd = [.. Syllables.Words(eth).Where(w => Syllables.HasLetter(w) && !Syllables.IsWord(w))];
        if (odd.Length == 0) return cell with { Text = Plain(eth) };
        string[] meant = [.. LegacyFont.All.Select(read => read(cell.Text)).OfType<string>().Where(t => Syllables.Words(t).All(Syllables.IsWord)).Distinct()];
        if (meant is [var one]) return cell with { Text = Plain(Recased(one)), Was = cell.Text };
        return odd.All(Syllables.IsSpelled) ? cell with { Text = Plain(eth) } : cell with { IsBroken = true };
    }

    // Old fonts of capitals (".VnTimeH") hold the letters with accents as small ones.
    private static string Recased(string text) =>
        text.Count(char.IsAsciiLetterUpper) > 1 && !text.Any(char.IsAsciiLetterLower) ? text.ToUpperInvariant() : text;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace("\u00AD", "", StringComparison.Ordinal).Trim();

    // "Nguy?n Th? Hòa": a program wrote the letters that it did not have as question marks.
    [GeneratedRegex(@"\p{L}\?(?:\p{L}|\s+\p{L})")]
    private static partial Regex Lost();
}
