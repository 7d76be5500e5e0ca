using System.Text.RegularExpressions;

namespace NtmServerless.Spreadsheets.Registrations;

/// <summary>Knows the lines under a list: totals, place and date, signatures.</summary>
internal static partial class FooterWords
{
    /// <summary>
    /// Whether a row without a year of birth ends the list. A row that names a person does not, whatever the other cells
    /// say: the person may be a chairman ("Chủ tịch") or called Tống.
    /// </summary>
    public static bool Begin(SheetRow row, string name) =>
        (name.Length == 0 || Is(name)) && row.Texts.Any(Is);

    private static bool Is(string text) => Accented().IsMatch(PlainText.Composed(text).ToLowerInvariant()) || Folded().IsMatch(Folding.Fold(text));

    [GeneratedRegex(@"^\s*(tổng|cộng)\b")]
    private static partial Regex Accented();

    [GeneratedRegex(@"^(tong (cong|so)( \d|$)|(an dinh danh sach|danh sach nay|danh sach gom|nguoi lap|tm ubnd|t m ubnd|tm uy ban|xac nhan|thu truong|chu tich|kt chu tich)( |$))|\bngay .*thang .*nam")]
    private static partial Regex Folded();
}
