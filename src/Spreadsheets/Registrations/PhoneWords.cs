using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Finds a phone number in what lists write into that column: two numbers, whose it is, that there is none.</summary>
internal static partial class PhoneWords
{
    // Numbers of eleven digits became ten in 2018 (plan 1916/KH-BTTTT of 2017, Ministry of Information and Communications).
    private static readonly Dictionary<string, string> Since2018 =
        ("0120 070, 0121 079, 0122 077, 0126 076, 0128 078, 0123 083, 0124 084, 0125 085, 0127 081, 0129 082, 0162 032, 0163 033, "
            + "0164 034, 0165 035, 0166 036, 0167 037, 0168 038, 0169 039, 0186 056, 0188 058, 0199 059").Split(", ")
        .ToDictionary(pair => pair[..4], pair => pair[5..]);

    /// <summary>The first good number of the cell; null where there is none.</summary>
    public static string? Find(string text)
    {
        foreach (Match run in Run().Matches(Fraction().Replace(text, "")))
        {
            string digits = string.Concat(run.Value.Where(char.IsAsciiDigit));
            // Two numbers with nothing but a blank or a dash between them.
            foreach (string part in (string[])[digits, digits[..Math.Min(10, digits.Length)], digits[..Math.Min(11, digits.Length)]])
                if (Today(part) is { } number && (part.Length == digits.Length || digits.Length >= 20)) return number;
        }

        return null;
    }

    private static string? Today(string digits)
    {
        string number = digits.Length is 11 or 12 && digits.StartsWith("84", StringComparison.Ordinal) ? "0" + digits[2..]
            : digits.Length is 9 or 10 && digits[0] != '0' ? "0" + digits : digits;
        if (number.Length == 11 && Since2018.TryGetValue(number[..4], out string? prefix)) number = prefix + number[4..];
        return Good().IsMatch(number) ? number : null;
    }

    [GeneratedRegex(@"\d[\d .\-]{7,}")]
    private static partial Regex Run();

    // A number that a spreadsheet took for one: 912345678.0.
    [GeneratedRegex(@"\.0+$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^0(?:[35789]\d{8}|2\d{9})$")]
    private static partial Regex Good();
}
