using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Knows the lines between and under lists: totals, place and date, signatures.</summary>
internal static partial class FooterWords
{
    /// <summary>A total of a section or of the list. What names a person is none, whatever the other cells say: the person may be called Tống.</summary>
    public static bool IsTotal(SheetRow row, string name) =>
        IsAbout(row, name, t => Total().IsMatch(PlainText.Composed(t).ToLowerInvariant()) || Counted().IsMatch(Folding.Fold(t)));

    /// <summary>Whether a row without a year of birth ends the list. A person who is a chairman ("Chủ tịch") does not.</summary>
    public static bool IsEnd(SheetRow row, string name) => IsAbout(row, name, t => End().IsMatch(Folding.Fold(t)));

    private static bool IsAbout(SheetRow row, string name, Func<string, bool> says) => (name.Length == 0 || says(name)) && row.Texts.Any(says);

    [GeneratedRegex(@"^\s*(tổng|cộng)\b")]
    private static partial Regex Total();

    [GeneratedRegex(@"^tong (cong|so)( \d|$)")]
    private static partial Regex Counted();

    [GeneratedRegex("^(an dinh danh sach|danh sach nay|danh sach gom|nguoi lap|lap bieu|noi nhan|tm ubnd|t m ubnd|tm uy ban"
        + @"|xac nhan|thu truong|chu tich|kt chu tich|ky ten|ky ghi ro)( |$)|\bngay .*thang .*nam")]
    private static partial Regex End();
}
