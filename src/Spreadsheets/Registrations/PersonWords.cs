using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Reads years of birth, sexes, ticks and phone numbers as lists write them.</summary>
internal static partial class PersonWords
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>From a year, a date as text or as a date cell, or a date that lost its format; null where it is none of them.</summary>
    public static int? BirthYear(SheetCell cell)
    {
        if (cell.Date is { } day)
            // 1975 typed into a cell that shows dates is kept as the 1,975th day, in 1905.
            return IsYear(day.DayNumber - Epoch.DayNumber) ? day.DayNumber - Epoch.DayNumber : day.Year;
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return IsYear(number) ? number : number is > 7_000 and < 60_000 ? Epoch.AddDays(number).Year : null;
        MatchCollection years = Year().Matches(cell.Text);
        return years.Count == 1 ? int.Parse(years[0].Value, CultureInfo.InvariantCulture) : null;
    }

    public static Sex? SexOf(string text) => Folding.Fold(text) switch
    {
        "nam" or "trai" or "m" or "male" or "ong" => Sex.Male,
        "nu" or "gai" or "f" or "female" or "ba" => Sex.Female,
        _ => null,
    };

    /// <summary>An x, a check mark, a 1: any sign but a no.</summary>
    public static bool IsTicked(string text) => text.Length > 0 && Folding.Fold(text) is not ("0" or "khong" or "k") && text is not ("-" or "–");

    /// <summary>The first number of the cell, with the zero that a spreadsheet dropped.</summary>
    public static string? Phone(string text)
    {
        string first = text.Split([';', '/', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        if (first.Length == 0) return null;
        string digits = string.Concat(first.Where(char.IsAsciiDigit));
        return digits.Length switch
        {
            9 when digits[0] != '0' => "0" + digits,
            11 when digits.StartsWith("84", StringComparison.Ordinal) => "+" + digits,
            _ => first,
        };
    }

    private static bool IsYear(int number) => number is >= 1900 and <= 2100;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
