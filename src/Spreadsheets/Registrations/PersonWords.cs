using System.Globalization;
using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Reads years of birth, sexes and ticks as lists write them.</summary>
internal static partial class PersonWords
{
    private const int YoungestThatComes = 15;
    private const int OldestThatComes = 100;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>From a year, a date as text or as a date cell, or a date that lost its format; null where it is none of them.</summary>
    /// <param name="thisYear">The year of the plan, to tell the century of a year of two digits.</param>
    /// <returns>The year, and whether it is only concluded: somebody should look at it.</returns>
    public static (int Year, bool IsConcluded)? BirthYear(SheetCell cell, int thisYear)
    {
        if (cell.Date is { } day)
            // 1975 typed into a cell that shows dates is kept as the 1,975th day, in 1905.
            return (IsYear(day.DayNumber - Epoch.DayNumber) ? day.DayNumber - Epoch.DayNumber : day.Year, false);
        if (int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            if (IsYear(number)) return (number, false);
            if (number is > 7_000 and < 60_000) return (Epoch.AddDays(number).Year, false);
        }

        MatchCollection years = Year().Matches(cell.Text);
        if (years.Count == 1) return (int.Parse(years[0].Value, CultureInfo.InvariantCulture), false);
        if (Dotted().Match(cell.Text) is { Success: true } dotted)
            return (int.Parse(dotted.Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), true);
        if (Short().Match(cell.Text) is not { Success: true } two) return null;
        int year = 2000 + int.Parse(two.Groups[1].Value, CultureInfo.InvariantCulture);
        if (year > thisYear - YoungestThatComes) year -= 100;
        return year >= thisYear - OldestThatComes ? (year, true) : null;
    }

    public static Sex? SexOf(string text) => Folding.Fold(text) switch
    {
        "nam" or "trai" or "m" or "male" or "ong" or "nam gioi" or "dan ong" or "con trai" or "anh" => Sex.Male,
        "nu" or "gai" or "f" or "female" or "ba" or "nu gioi" or "phu nu" or "dan ba" or "con gai" or "chi" => Sex.Female,
        _ => null,
    };

    /// <summary>An x, a check mark, a 1: any sign but a no.</summary>
    public static bool IsTicked(string text) => text.Length > 0 && Folding.Fold(text) is not ("0" or "khong" or "k") && text is not ("-" or "–");

    private static bool IsYear(int number) => number is >= 1900 and <= 2100;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    // "19/05/1.962": the cell was set to group thousands.
    [GeneratedRegex(@"(?<!\d)(?:1\.9|2\.0)\d\d(?!\d)")]
    private static partial Regex Dotted();

    // "75", "'75", "15/3/75".
    [GeneratedRegex(@"^['’]?(?:\d{1,2}[/.\-]\d{1,2}[/.\-]|\d{1,2}[/\-])?['’]?(\d\d)$")]
    private static partial Regex Short();
}
