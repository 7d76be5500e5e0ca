using System.Text;

namespace NtmServerless.Documents.Writing;

/// <summary>
/// Whole numbers in words as northern Vietnam reads them: linh for an empty ten, mốt, tư and lăm after a ten, nghìn.
/// A group of three digits that is empty is not read; one that is not full is read with its "không trăm".
/// </summary>
public static class NumberWords
{
    private const long Billion = 1_000_000_000;
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>"hai nghìn không trăm hai mươi tư"; "âm" before a negative number.</summary>
    public static string Of(long number)
    {
        if (number == 0) return Digits[0];
        StringBuilder words = new();
        if (number < 0) words.Append("âm ");
        // The magnitude of the smallest long does not fit into a long.
        Append(words, number < 0 ? (ulong)-(number + 1) + 1 : (ulong)number, inside: false);
        return words.ToString().TrimEnd();
    }

    /// <summary>Digit by digit, as a telephone number is read.</summary>
    public static string DigitByDigit(string digits) => string.Join(' ', digits.Where(char.IsAsciiDigit).Select(d => Digits[d - '0']));

    private static void Append(StringBuilder words, ulong number, bool inside)
    {
        if (number >= Billion)
        {
            Append(words, number / Billion, inside);
            words.Append("tỷ ");
            number %= Billion;
            inside = true;
        }

        inside = AppendGroup(words, (int)(number / 1_000_000), "triệu ", inside);
        inside = AppendGroup(words, (int)(number / 1_000 % 1_000), "nghìn ", inside);
        AppendGroup(words, (int)(number % 1_000), "", inside);
    }

    private static bool AppendGroup(StringBuilder words, int group, string unit, bool inside)
    {
        if (group == 0) return inside;
        int hundreds = group / 100, tens = group / 10 % 10, ones = group % 10;
        if (hundreds > 0 || inside) words.Append(Digits[hundreds]).Append(" trăm ");
        if (tens > 1) words.Append(Digits[tens]).Append(" mươi ");
        else if (tens == 1) words.Append("mười ");
        else if (ones > 0 && (hundreds > 0 || inside)) words.Append("linh ");
        if (ones > 0) words.Append(One(ones, tens)).Append(' ');
        words.Append(unit);
        return true;
    }

    private static string One(int ones, int tens) => (ones, tens) switch
    {
        (1, > 1) => "mốt",
        (4, > 1) => "tư",
        (5, > 0) => "lăm",
        _ => Digits[ones],
    };
}
